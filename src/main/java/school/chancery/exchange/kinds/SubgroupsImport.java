package school.chancery.exchange.kinds;

import static school.chancery.exchange.ImportColumn.optional;
import static school.chancery.exchange.ImportColumn.required;
import static school.chancery.exchange.kinds.Structure.folded;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import school.chancery.exchange.Cells;
import school.chancery.exchange.ImportColumn;
import school.chancery.exchange.ImportKind;
import school.chancery.exchange.ImportRun;
import school.chancery.identity.Role;

/** How classes of the running year are divided, for a subject or for all. */
@Component
class SubgroupsImport implements ImportKind {
    private static final String CLASS = """
             left join organization.school_years y on y.organization_id = :organization
                and :today between y.starts_on and y.ends_on
             left join organization.classes c on c.school_year_id = y.id and lower(c.label) = lower(f.class_label)
            """;
    private static final String SUBJECT = " left join organization.subjects s on s.organization_id = :organization and "
            + folded("s.name") + " = " + folded("f.subject");

    @Override
    public String code() {
        return "subgroups";
    }

    @Override
    public Set<Role> roles() {
        return Structure.LOADERS;
    }

    @Override
    public int order() {
        return 300;
    }

    @Override
    public String textPrefix() {
        return "exchange.subgroups";
    }

    @Override
    public List<ImportColumn> columns() {
        return List.of(
                required("class_label", Cells.classLabel(), "класс", "группа"),
                optional("subject", Cells.text(120), "предмет", "название предмета"),
                required("name", Cells.text(60), "подгруппа", "название подгруппы"));
    }

    @Override
    public List<List<String>> examples() {
        return List.of(
                List.of("5А", "Английский язык", "1 подгруппа"), List.of("5А", "Английский язык", "2 подгруппа"));
    }

    @Override
    public void check(ImportRun run) {
        run.fault(
                "class_label",
                "exchange.fault.no-class",
                "select row_no, array[f.class_label] from {file} f" + CLASS
                        + " where f.class_label is not null and c.id is null");
        run.fault(
                "subject",
                "exchange.fault.no-subject",
                "select row_no, array[f.subject] from {file} f" + SUBJECT
                        + " where f.subject is not null and s.id is null");
        run.fault(
                "name",
                "exchange.fault.twice-in-file",
                Structure.repeated("lower(name)", "lower(class_label)", folded("subject")));
        run.execute(
                "update exchange.import_rows r set target_id = g.id, outcome = 'SAME' from {file} f" + CLASS + SUBJECT
                        + """
                 join organization.subgroups g on g.class_id = c.id and g.subject_id is not distinct from s.id
                    and lower(g.name) = lower(f.name)
                 where r.import_id = :import and r.row_no = f.row_no""");
    }

    @Override
    public void apply(ImportRun run) {
        run.execute("insert into organization.subgroups (id, organization_id, class_id, subject_id, name)"
                + " select f.target_id, :organization, c.id, s.id, f.name from {file} f" + CLASS + SUBJECT
                + " where f.outcome = 'NEW'");
    }

    @Override
    public Optional<String> obstacle(ImportRun run) {
        var changed = run.finds("""
                select from {file} f left join organization.subgroups g on g.id = f.target_id
                where f.outcome = 'NEW' and g.version is distinct from 0""");
        return changed ? Optional.of("exchange.undo.changed") : Optional.empty();
    }

    @Override
    public void undo(ImportRun run) {
        run.execute(
                "delete from organization.subgroups g using {file} f where f.outcome = 'NEW' and g.id = f.target_id");
    }
}
