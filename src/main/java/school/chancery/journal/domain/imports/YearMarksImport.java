package school.chancery.journal.domain.imports;

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
import school.chancery.journal.domain.MarkWords;

/** Marks of the running year, a row for each; a row without a mark is none, so the exported table can be filled and loaded. */
@Component
class YearMarksImport implements ImportKind {
    @Override
    public String code() {
        return "year-marks";
    }

    @Override
    public Set<Role> roles() {
        return Set.of(Role.DIRECTOR, Role.DEPUTY, Role.OPERATOR);
    }

    @Override
    public int order() {
        return 600;
    }

    @Override
    public String textPrefix() {
        return "journal.import.marks";
    }

    @Override
    public List<ImportColumn> columns() {
        return List.of(
                required("class_label", Cells.classLabel(), "класс"),
                required("full_name", Cells.fullName(), "фио", "учащийся", "ученик", "фио учащегося"),
                optional("file_number", Cells.text(20), "номер личного дела", "личное дело"),
                required("subject", Cells.text(120), "предмет", "название предмета"),
                optional("mark", Cells.choice(MarkWords.WORDS), "отметка", "оценка", "годовая отметка", "годовая"));
    }

    @Override
    public List<List<String>> examples() {
        return List.of(
                List.of("5А", "Осинкин Мирон Львович", "О/1", "Математика", "5"),
                List.of("5А", "Ёлкина Ева", "Е/1", "Физическая культура", "осв"));
    }

    @Override
    public void check(ImportRun run) {
        YearMarkChecks.run(run);
    }

    @Override
    public void apply(ImportRun run) {
        run.execute("""
                insert into journal.year_marks (id, organization_id, pupil_id, school_year_id, subject_id, value, entered_by)
                select f.target_id, :organization, f.linked[1], f.linked[3], f.linked[2], f.mark, i.uploaded_by
                from {file} f join exchange.imports i on i.id = :import where f.outcome = 'NEW'""");
        run.execute("""
                update journal.year_marks m set value = f.mark, version = m.version + 1, entered_at = now(),
                    entered_by = i.uploaded_by
                from {file} f join exchange.imports i on i.id = :import
                where f.outcome = 'CHANGED' and m.id = f.target_id""");
    }

    @Override
    public Optional<String> obstacle(ImportRun run) {
        var changed = run.finds("""
                select from {file} f left join journal.year_marks m on m.id = f.target_id
                where f.outcome <> 'SAME'
                  and m.version is distinct from coalesce((f.before ->> 'version')::bigint + 1, 0)""");
        if (changed) return Optional.of("exchange.undo.changed");
        var closed = run.finds("select from {file} f join organization.school_years y on y.id = f.linked[3]"
                + " where f.outcome <> 'SAME' and y.state = 'CLOSED'");
        return closed ? Optional.of("journal.import.marks.year-closed") : Optional.empty();
    }

    @Override
    public void undo(ImportRun run) {
        run.execute("delete from journal.year_marks m using {file} f where f.outcome = 'NEW' and m.id = f.target_id");
        run.execute("""
                update journal.year_marks m set value = f.before ->> 'value', version = m.version + 1
                from {file} f where f.outcome = 'CHANGED' and m.id = f.target_id""");
    }
}
