package school.chancery.exchange.kinds;

import static school.chancery.exchange.ImportColumn.optional;
import static school.chancery.exchange.ImportColumn.required;
import static school.chancery.exchange.kinds.Structure.folded;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import school.chancery.exchange.CellType;
import school.chancery.exchange.Cells;
import school.chancery.exchange.ImportColumn;
import school.chancery.exchange.ImportKind;
import school.chancery.exchange.ImportRow;
import school.chancery.exchange.ImportRun;
import school.chancery.identity.Role;
import school.chancery.organization.Subjects;

/** What is taught. A subject is known by its name; another short name changes it. */
@Component
class SubjectsImport implements ImportKind {
    private static final int LONGEST_SHORT_NAME = 30;
    private static final String KNOWN = " join organization.subjects s on s.organization_id = :organization and "
            + folded("s.name") + " = " + folded("f.name");

    private final Subjects subjects;

    SubjectsImport(Subjects subjects) {
        this.subjects = subjects;
    }

    @Override
    public String code() {
        return "subjects";
    }

    @Override
    public Set<Role> roles() {
        return Structure.LOADERS;
    }

    @Override
    public int order() {
        return 100;
    }

    @Override
    public String textPrefix() {
        return "exchange.subjects";
    }

    @Override
    public List<ImportColumn> columns() {
        return List.of(
                required("name", Cells.text(120), "предмет", "название предмета", "наименование", "дисциплина"),
                optional("short_name", Cells.text(LONGEST_SHORT_NAME), "сокращение", "кратко", "сокр"),
                optional("code", SubjectsImport::code, "код", "код предмета"));
    }

    private static CellType.Answer code(String text) {
        return text.matches("[a-z]+(-[a-z0-9]+)*") && text.length() <= 50
                ? CellType.value(text)
                : CellType.fault("exchange.subjects.code-form", text.substring(0, Math.min(text.length(), 40)));
    }

    @Override
    public List<List<String>> examples() {
        return List.of(List.of("Русский язык", "Рус. яз.", ""), List.of("Основы проектирования", "Осн. проект.", ""));
    }

    @Override
    public void complete(ImportRow row) {
        var name = row.get("name");
        if (name == null) return;
        if (row.get("code") == null && !row.isFaulty("code")) row.put("code", subjects.codeFor(name));
        if (row.get("short_name") == null && !row.isFaulty("short_name"))
            row.put(
                    "short_name",
                    name.substring(0, Math.min(name.length(), LONGEST_SHORT_NAME))
                            .strip());
    }

    @Override
    public void check(ImportRun run) {
        run.execute("""
                update exchange.import_rows r set target_id = s.id,
                    outcome = case when s.short_name = f.short_name and s.name = f.name then 'SAME' else 'CHANGED' end,
                    before = case when s.short_name = f.short_name and s.name = f.name then null
                        else jsonb_build_object('name', s.name, 'short_name', s.short_name, 'version', s.version) end
                from {file} f""" + KNOWN + " where r.import_id = :import and r.row_no = f.row_no");
        run.fault("name", "exchange.fault.twice-in-file", Structure.repeated(folded("name")));
    }

    // A code that is taken, here or in the file, is told apart by the beginning of the row's id.
    @Override
    public void apply(ImportRun run) {
        run.execute("""
                insert into organization.subjects (id, organization_id, code, name, short_name)
                select target_id, :organization,
                    case when nth > 1 or exists (select from organization.subjects s
                            where s.organization_id = :organization and s.code = f.code)
                        then f.code || '-' || left(target_id::text, 8) else f.code end,
                    name, short_name
                from (select *, row_number() over (partition by code order by row_no) as nth
                      from {file} fresh where outcome = 'NEW') f""");
        run.execute("""
                update organization.subjects s set name = f.name, short_name = f.short_name, version = s.version + 1
                from {file} f where f.outcome = 'CHANGED' and s.id = f.target_id""");
    }

    @Override
    public Optional<String> obstacle(ImportRun run) {
        var changed = run.finds("""
                select from {file} f left join organization.subjects s on s.id = f.target_id
                where f.outcome <> 'SAME'
                  and s.version is distinct from coalesce((f.before ->> 'version')::bigint + 1, 0)""");
        return changed ? Optional.of("exchange.undo.changed") : Optional.empty();
    }

    @Override
    public void undo(ImportRun run) {
        run.execute("""
                delete from organization.subjects s using {file} f where f.outcome = 'NEW' and s.id = f.target_id""");
        run.execute("""
                update organization.subjects s set name = f.before ->> 'name', short_name = f.before ->> 'short_name',
                    version = s.version + 1
                from {file} f where f.outcome = 'CHANGED' and s.id = f.target_id""");
    }
}
