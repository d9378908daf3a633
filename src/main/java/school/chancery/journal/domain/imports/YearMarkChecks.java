package school.chancery.journal.domain.imports;

import school.chancery.exchange.ImportRun;

/** What keeps a table of marks out, asked of the whole table at once. */
final class YearMarkChecks {
    private static final String TEXTS = "journal.import.marks.";

    /** The classes of the running year with the days of it, to be met by the label alone. */
    private static final String CLASS = """
             left join (
                select k.id, k.label, y.id as year_id, y.state
                from organization.classes k join organization.school_years y on y.id = k.school_year_id
                where k.organization_id = :organization and k.kind = 'CLASS' and :today between y.starts_on and y.ends_on) c
                on lower(c.label) = lower(f.class_label)
            """;

    private static final String SUBJECT = """
             left join organization.subjects s on s.organization_id = :organization
                and lower(translate(f.subject, 'ёЁ', 'еЕ')) in
                    (lower(translate(s.name, 'ёЁ', 'еЕ')), lower(translate(s.short_name, 'ёЁ', 'еЕ')))
            """;

    /** Who is in these classes today, found once; namesakes are told apart by the number of the personal file. */
    private static final String LINK = """
            with present as materialized (
                select e.class_id, u.id, u.search_name, u.file_number
                from students.enrollments e join people.pupils u on u.id = e.pupil_id
                where e.organization_id = :organization and e.class_kind = 'CLASS' and e.days @> :today::date),
            named as (
                select f.row_no, (array_agg(p.id))[1] as pupil, count(*) as pupils
                from {file} f""" + CLASS + """
                 join present p on p.class_id = c.id and p.search_name = people.name_text(f.full_name)
                    and (f.file_number is null or lower(f.file_number) = lower(p.file_number))
                group by f.row_no)
            update exchange.import_rows r set linked = array[case n.pupils when 1 then n.pupil end, s.id, c.year_id]
            from {file} f""" + CLASS + SUBJECT + """
             left join named n on n.row_no = f.row_no
            where r.import_id = :import and r.row_no = f.row_no""";

    private YearMarkChecks() {}

    static void run(ImportRun run) {
        run.execute(LINK);
        places(run);
        pupils(run);
        known(run);
    }

    private static void places(ImportRun run) {
        run.fault(
                "class_label",
                "exchange.fault.no-class",
                "select f.row_no, array[f.class_label] from {file} f" + CLASS
                        + " where f.class_label is not null and c.id is null");
        run.fault(
                "class_label",
                TEXTS + "year-closed",
                "select f.row_no, array[]::text[] from {file} f" + CLASS + " where c.state = 'CLOSED'");
        run.fault(
                "subject",
                "exchange.fault.no-subject",
                "select f.row_no, array[f.subject] from {file} f" + SUBJECT
                        + " where f.subject is not null and s.id is null");
        run.fault(
                "subject", TEXTS + "not-in-plan", "select f.row_no, array[f.class_label] from {file} f" + CLASS + """
                 where c.id is not null and f.linked[2] is not null and not exists (select from journal.class_subjects p
                    where p.class_id = c.id and p.subject_id = f.linked[2])""");
    }

    private static void pupils(ImportRun run) {
        run.fault("full_name", TEXTS + "no-pupil", """
                select f.row_no, array[f.class_label] from {file} f""" + CLASS + """
                 where f.full_name is not null and c.id is not null and f.linked[1] is null""");
        run.fault("full_name", "exchange.fault.twice-in-file", """
                select row_no, array[first::text] from (
                    select row_no, min(row_no) over (partition by linked[1], linked[2]) as first from {file} f
                    where linked[1] is not null and linked[2] is not null) twins
                where row_no <> first""");
    }

    private static void known(ImportRun run) {
        run.execute("""
                update exchange.import_rows r set outcome = 'SAME' from {file} f
                where f.mark is null and r.import_id = :import and r.row_no = f.row_no""");
        run.execute("""
                update exchange.import_rows r set target_id = m.id,
                    outcome = case when m.value = f.mark then 'SAME' else 'CHANGED' end,
                    before = case when m.value <> f.mark then
                        jsonb_build_object('value', m.value, 'version', m.version) end
                from {file} f join journal.year_marks m on m.pupil_id = f.linked[1] and m.subject_id = f.linked[2]
                    and m.school_year_id = f.linked[3]
                where f.mark is not null and r.import_id = :import and r.row_no = f.row_no""");
    }
}
