package school.chancery.people.domain.imports;

import school.chancery.exchange.ImportRun;

/** What keeps a list of employees out, asked of the whole list at once. */
final class StaffChecks {
    private static final String TEXTS = "people.import.staff.";
    private static final String NAME =
            "people.name_text(f.family || ' ' || f.given || coalesce(' ' || f.patronymic, ''))";

    /** The subjects of a row one by one, as {@code taught.subject}. */
    static final String TAUGHT = """
            {file} f cross join lateral (
                select btrim(named) as subject from unnest(regexp_split_to_array(f.subjects, '[,;/]')) named) taught
            """;

    static final String SAME_SUBJECT = "lower(translate(taught.subject, 'ёЁ', 'еЕ')) in"
            + " (lower(translate(s.name, 'ёЁ', 'еЕ')), lower(translate(s.short_name, 'ёЁ', 'еЕ')))";

    /** The class {@code c} of the running year that the employee leads. */
    static final String CLASS = """
             left join organization.school_years y on y.organization_id = :organization
                and :today between y.starts_on and y.ends_on
             left join organization.classes c on c.school_year_id = y.id and lower(c.label) = lower(f.leads)
            """;

    private StaffChecks() {}

    static void run(ImportRun run) {
        run.execute("""
                with known as materialized (
                    select p.* from (
                        select person_id from people.staff where organization_id = :organization
                        union select person_id from people.guardians where organization_id = :organization
                        union select person_id from people.pupils where organization_id = :organization) mine
                    cross join lateral (select q.id, q.search_name, q.born_on from people.persons q
                        where q.id = mine.person_id offset 0) p),
                namesakes as (select search_name, born_on, min(id::text)::uuid as id from known group by 1, 2)
                update exchange.import_rows r set linked = array[n.id]
                from {file} f join namesakes n on n.search_name = %s and n.born_on = f.born_on
                where r.import_id = :import and r.row_no = f.row_no""".formatted(NAME));
        run.execute("""
                update exchange.import_rows r set outcome = 'SAME', target_id = s.id
                from {file} f join people.staff s on s.person_id = f.linked[1] and s.organization_id = :organization
                    and s.dismissed_on is null
                where r.import_id = :import and r.row_no = f.row_no""");
        dates(run);
        repetitions(run);
        references(run);
    }

    private static void dates(ImportRun run) {
        run.fault(
                "hired_on",
                TEXTS + "hired-later",
                "select row_no, array[]::text[] from {file} f where hired_on > :today");
        run.fault(
                "born_on",
                TEXTS + "too-young",
                "select row_no, array[]::text[] from {file} f where hired_on < born_on + interval '14 years'");
    }

    private static void repetitions(ImportRun run) {
        run.fault("family", TEXTS + "twice", repeated(NAME + ", f.born_on", NAME));
        run.fault("file_number", TEXTS + "same-file", repeated("f.file_number", "f.file_number"));
        run.fault("leads", TEXTS + "same-class", repeated("lower(f.leads)", "f.leads"));
        run.fault("file_number", TEXTS + "file-taken", """
                select f.row_no, array[f.file_number] from {file} f
                    join people.staff s on s.organization_id = :organization and s.file_number = f.file_number
                where f.outcome = 'NEW'""");
    }

    private static String repeated(String all, String key) {
        return """
                select row_no, array[first::text] from (
                    select f.row_no, min(f.row_no) over (partition by %s) as first from {file} f where %s is not null) twins
                where row_no <> first""".formatted(all, key);
    }

    private static void references(ImportRun run) {
        run.fault(
                "subjects",
                "exchange.fault.no-subject",
                "select f.row_no, array[taught.subject] from " + TAUGHT
                        + " left join organization.subjects s on s.organization_id = :organization and " + SAME_SUBJECT
                        + " where s.id is null");
        run.fault(
                "leads",
                "exchange.fault.no-class",
                "select f.row_no, array[f.leads] from {file} f" + CLASS
                        + " where f.leads is not null and c.id is null");
        run.fault("leads", TEXTS + "class-led", "select f.row_no, array[f.leads] from {file} f" + CLASS + """
                 join people.class_teachers t on t.class_id = c.id and coalesce(t.to_on, 'infinity') >= :today
                where f.outcome = 'NEW'""");
    }
}
