package school.chancery.exchange.kinds;

import static school.chancery.exchange.ImportColumn.optional;
import static school.chancery.exchange.ImportColumn.required;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import school.chancery.exchange.Cells;
import school.chancery.exchange.ImportColumn;
import school.chancery.exchange.ImportKind;
import school.chancery.exchange.ImportRun;
import school.chancery.identity.Role;

/** Classes of a school, groups of a kindergarten, associations of further education, each in its school year. */
@Component
class ClassesImport implements ImportKind {
    private static final String CLASS = "^(1[01]|[1-9])([А-ЯЁ][А-ЯЁа-яё0-9]{0,4})?$";
    private static final String KNOWN = Structure.YEAR + " join organization.classes c on c.school_year_id = y.id"
            + " and lower(c.label) = lower(f.label)";
    private static final String DIFFERS =
            "(f.profile is distinct from c.profile and f.profile is not null or f.capacity is distinct from c.capacity and f.capacity is not null)";

    @Override
    public String code() {
        return "classes";
    }

    @Override
    public Set<Role> roles() {
        return Structure.LOADERS;
    }

    @Override
    public int order() {
        return 200;
    }

    @Override
    public String textPrefix() {
        return "exchange.classes";
    }

    @Override
    public List<ImportColumn> columns() {
        return List.of(
                required("label", Cells.classLabel(), "класс", "группа", "объединение", "кружок", "секция"),
                optional("profile", Cells.text(120), "профиль", "направленность", "профиль класса"),
                optional("capacity", Cells.number(1, 200), "наполняемость", "вместимость", "мест"),
                optional("school_year", Structure.schoolYear(), "уч год", "год"));
    }

    @Override
    public List<List<String>> examples() {
        return List.of(List.of("5А", "", "25", ""), List.of("10Б", "технологический", "25", ""));
    }

    @Override
    public void check(ImportRun run) {
        run.fault("school_year", "exchange.fault.no-school-year", Structure.NO_YEAR);
        run.fault("label", "exchange.classes.label-form", """
                select row_no, array[f.label] from {file} f join organization.organizations o on o.id = :organization
                where o.type = 'SCHOOL' and f.label ~ '^[0-9]' and f.label !~ '%s'""".formatted(CLASS));
        run.fault("label", "exchange.fault.twice-in-file", Structure.repeated("lower(label)", "school_year"));
        run.execute("""
                update exchange.import_rows r set target_id = c.id,
                    outcome = case when %1$s then 'CHANGED' else 'SAME' end,
                    before = case when %1$s then
                        jsonb_build_object('profile', c.profile, 'capacity', c.capacity, 'version', c.version) end
                from {file} f """.formatted(DIFFERS) + KNOWN + " where r.import_id = :import and r.row_no = f.row_no");
    }

    @Override
    public void apply(ImportRun run) {
        run.execute("""
                insert into organization.classes (id, organization_id, school_year_id, kind, grade, letter, label, profile, capacity)
                select f.target_id, :organization, y.id, shape.kind,
                    case shape.kind when 'CLASS' then substring(f.label from '^[0-9]+')::smallint end,
                    case shape.kind when 'CLASS' then nullif(substring(f.label from '^[0-9]+(.*)$'), '') end,
                    f.label, f.profile, f.capacity
                from {file} f """ + Structure.YEAR + """
                join organization.organizations o on o.id = :organization
                cross join lateral (select case when o.type = 'SCHOOL' and f.label ~ '%s' then 'CLASS'
                    when o.type = 'KINDERGARTEN' then 'GROUP' else 'ASSOCIATION' end as kind) shape
                where f.outcome = 'NEW'""".formatted(CLASS));
        run.execute("""
                update organization.classes c set profile = coalesce(f.profile, c.profile),
                    capacity = coalesce(f.capacity, c.capacity), version = c.version + 1
                from {file} f where f.outcome = 'CHANGED' and c.id = f.target_id""");
    }

    @Override
    public Optional<String> obstacle(ImportRun run) {
        var changed = run.finds("""
                select from {file} f left join organization.classes c on c.id = f.target_id
                where f.outcome <> 'SAME'
                  and c.version is distinct from coalesce((f.before ->> 'version')::bigint + 1, 0)""");
        if (changed) return Optional.of("exchange.undo.changed");
        // These would go with the class; somebody put them there.
        var referred = run.finds("""
                select from {file} f where f.outcome = 'NEW' and (
                    f.target_id in (select class_id from organization.subgroups)
                    or f.target_id in (select from_class_id from organization.class_links)
                    or f.target_id in (select to_class_id from organization.class_links))""");
        return referred ? Optional.of("exchange.undo.referred") : Optional.empty();
    }

    @Override
    public void undo(ImportRun run) {
        run.execute("delete from organization.classes c using {file} f where f.outcome = 'NEW' and c.id = f.target_id");
        run.execute("""
                update organization.classes c set profile = f.before ->> 'profile',
                    capacity = (f.before ->> 'capacity')::smallint, version = c.version + 1
                from {file} f where f.outcome = 'CHANGED' and c.id = f.target_id""");
    }
}
