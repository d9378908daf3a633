package school.chancery.students.domain.imports;

import school.chancery.exchange.ImportRun;

/** What keeps a list of pupils out, asked of the whole list at once. */
final class PupilChecks {
    private static final String TEXTS = "students.import.pupils.";

    private PupilChecks() {}

    static void run(ImportRun run) {
        places(run);
        repetitions(run);
        known(run);
        room(run);
    }

    private static void places(ImportRun run) {
        run.fault(
                "class_label",
                "exchange.fault.no-class",
                "select f.row_no, array[f.class_label] from {file} f" + PupilRows.CLASS
                        + " where f.class_label is not null and c.id is null and not " + PupilRows.NO_YEAR);
        run.fault(
                "class_label",
                "exchange.fault.no-school-year",
                "select f.row_no, array[extract(year from :today::date)::text] from {file} f where "
                        + PupilRows.NO_YEAR);
        run.fault(
                "born_on",
                TEXTS + "not-born",
                "select row_no, array[to_char(born_on, 'DD.MM.YYYY')] from {file} f where born_on > :today");
        run.fault(
                "admitted_on",
                TEXTS + "admitted-later",
                "select f.row_no, array[to_char(c.ends_on, 'DD.MM.YYYY')] from {file} f" + PupilRows.CLASS
                        + " where f.admitted_on > c.ends_on");
        run.fault(
                "admitted_on",
                TEXTS + "admitted-unborn",
                "select row_no, array[]::text[] from {file} f where admitted_on < born_on");
    }

    // A child may visit several circles, each on a row of its own; of classes and groups there is one.
    private static void repetitions(ImportRun run) {
        run.fault("family", TEXTS + "twice", """
                select row_no, array[first::text] from (
                    select f.row_no, min(f.row_no) over (partition by %s, f.born_on,
                        case when c.kind = 'ASSOCIATION' then c.id end) as first
                    from {file} f""".formatted(PupilRows.NAME) + PupilRows.CLASS + """
                 where f.family is not null) twins
                where row_no <> first""");
        run.fault("snils", TEXTS + "same-snils", """
                select row_no, array[first::text] from (
                    select f.row_no, %1$s || f.born_on as child, min(f.row_no) over same as first,
                        first_value(%1$s || f.born_on) over (same order by f.row_no) as first_child
                    from {file} f where f.snils is not null window same as (partition by f.snils)) twins
                where row_no <> first and child is distinct from first_child""".formatted(PupilRows.NAME));
    }

    // Who learns here already is the same row, or a matter of an order.
    private static void known(ImportRun run) {
        run.execute(PupilRows.LINK);
        run.execute("update exchange.import_rows r set outcome = 'SAME', target_id = u.id from {file} f"
                + PupilRows.CLASS + """
                 join people.pupils u on u.person_id = f.linked[1] and u.organization_id = :organization and u.left_on is null
                 join students.enrollments e on e.pupil_id = u.id and e.class_id = c.id and e.days @> :today::date
                 where r.import_id = :import and r.row_no = f.row_no""");
        run.execute("""
                update exchange.import_rows r set target_id = f.first from (
                    select row_no, target_id, first_value(target_id) over (partition by %s, born_on order by row_no) as first
                    from {file} f where outcome = 'NEW' and family is not null and born_on is not null) f
                where r.import_id = :import and r.row_no = f.row_no and f.first <> f.target_id""".formatted(PupilRows.NAME));
        run.fault(
                "class_label",
                TEXTS + "other-school",
                "select f.row_no, array[]::text[] from {file} f" + PupilRows.CLASS + """
                 where f.outcome = 'NEW' and f.linked[1] is not null and c.kind <> 'ASSOCIATION'
                    and students.learns_elsewhere(f.linked[1], :organization,
                        daterange(greatest(f.admitted_on, c.starts_on), c.ends_on + 1))""");
        run.fault("class_label", TEXTS + "elsewhere", """
                select f.row_no, array[coalesce(o.label, '—')] from {file} f
                    join people.pupils u on u.person_id = f.linked[1] and u.organization_id = :organization and u.left_on is null
                    left join students.enrollments e on e.pupil_id = u.id and e.days @> :today::date
                        and e.class_kind <> 'ASSOCIATION'
                    left join organization.classes o on o.id = e.class_id
                where f.outcome = 'NEW'""");
        run.fault(
                "admitted_on",
                TEXTS + "was-here",
                "select f.row_no,"
                        + " array[to_char(max(upper(e.days)) - 1, 'DD.MM.YYYY')] from {file} f" + PupilRows.CLASS
                        + """
                 join people.pupils u on u.person_id = f.linked[1] and u.organization_id = :organization
                    and u.left_on is not null
                 join students.enrollments e on e.pupil_id = u.id
                    and (e.class_kind <> 'ASSOCIATION' and c.kind <> 'ASSOCIATION' or e.class_id = c.id)
                    and e.days && daterange(greatest(f.admitted_on, c.starts_on), null)
                where f.outcome = 'NEW' group by f.row_no""");
    }

    private static void room(ImportRun run) {
        run.fault("class_label", TEXTS + "full", """
                select row_no, array[capacity::text, taken::text] from (
                    select f.row_no, c.capacity, coalesce(t.taken, 0) as taken,
                        row_number() over (partition by c.id order by f.row_no) as nth
                    from {file} f""" + PupilRows.CLASS + """
                     left join (select class_id, count(*) as taken from students.enrollments
                        where organization_id = :organization and days @> :today::date group by 1) t on t.class_id = c.id
                    where f.outcome = 'NEW' and c.capacity is not null) seats
                where nth + taken > capacity""");
    }
}
