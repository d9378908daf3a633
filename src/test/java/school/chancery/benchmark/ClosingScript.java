package school.chancery.benchmark;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;

/**
 * The same rows by one hand-written script, as somebody would write it who owns the database: no row level security, no
 * question whether the plan still holds, no count of what was written. It reads a table that was made beforehand from the
 * plan; triggers, keys and indexes are those of the product, because the tables are.
 */
final class ClosingScript implements AutoCloseable {
    private static final String PREPARE = """
            create schema if not exists bench;
            drop table if exists bench.plan;
            create table bench.plan as
            select p.pupil_id, u.person_id, p.organization_id, e.id as enrollment_id, p.from_class_id, p.to_class_id,
                p.outcome, m.kind as movement, m.leaves, p.entered, o.order_id, f.label as from_label, t.label as to_label,
                n.family || ' ' || n.given || coalesce(' ' || n.patronymic, '') as name, n.search_name, f.grade,
                y.id as year_id, y.ends_on, z.id as next_id, z.starts_on as next_starts, z.ends_on as next_ends,
                r.number as order_number, r.registered_on, g.short_name as school
            from yearclosing.plan_rows p join yearclosing.closings c on c.id = p.closing_id
                join organization.school_years y on y.id = c.school_year_id
                join organization.school_years z on z.id = c.next_school_year_id
                join organization.organizations g on g.id = c.organization_id
                join people.pupils u on u.id = p.pupil_id join people.persons n on n.id = u.person_id
                join students.enrollments e on e.pupil_id = p.pupil_id and e.school_year_id = y.id
                    and e.class_id = p.from_class_id and e.to_on is null
                join organization.classes f on f.id = p.from_class_id
                left join organization.classes t on t.id = p.to_class_id
                join (values ('PROMOTED', 'PROMOTION', 'year-promotion', false),
                    ('CONDITIONAL', 'CONDITIONAL_PROMOTION', 'year-promotion', false),
                    ('REPEATS', 'REPETITION', 'year-repeat', false),
                    ('LEVEL_NOT_COMPLETED', 'RETENTION', 'year-other', false),
                    ('GRADUATED', 'GRADUATION', 'year-graduation', true),
                    ('GRADUATED_GOES_ON', 'GRADUATION', 'year-graduation', false),
                    ('LEFT_WITH_STATEMENT', 'LEAVING', 'year-other', true)) m (outcome, kind, order_kind, leaves)
                    on m.outcome = p.outcome
                join yearclosing.closing_orders o on o.closing_id = c.id and o.kind = m.order_kind
                join orders.orders r on r.id = o.order_id
            where c.id = '%s';
            analyze bench.plan;
            """;

    private static final String SCRIPT = """
            begin;
            update students.enrollments e set to_on = p.ends_on, exit_order_id = p.order_id, version = e.version + 1
                from bench.plan p where e.id = p.enrollment_id;
            insert into students.enrollments (id, organization_id, pupil_id, person_id, school_year_id, year_starts_on,
                    year_ends_on, class_id, class_kind, sequence, from_on, entry_ground, entry_order_id)
                select gen_random_uuid(), organization_id, pupil_id, person_id, next_id, next_starts, next_ends, to_class_id,
                    'CLASS', 1, next_starts, 'ORDER', order_id
                from bench.plan where to_class_id is not null and not entered;
            insert into students.movement_counters as c (organization_id, school_year_id, last_number)
                select organization_id, case when to_class_id is null then year_id else next_id end, count(*)
                from bench.plan group by 1, 2
                on conflict (organization_id, school_year_id) do update set last_number = c.last_number + excluded.last_number;
            insert into students.movements (id, organization_id, school_year_id, number, kind, pupil_id, pupil_name,
                    from_class_id, from_organization, from_class, to_class_id, to_organization, to_class, reason, order_id,
                    order_number, ordered_on, moved_on, recorded_at)
                select gen_random_uuid(), organization_id, case when to_class_id is null then year_id else next_id end,
                    row_number() over (partition by to_class_id is null order by grade, from_label, search_name, pupil_id),
                    movement, pupil_id, name, from_class_id, school, from_label, to_class_id,
                    case when to_class_id is not null then school end, to_label, 'решение педагогического совета', order_id,
                    order_number, registered_on, next_starts, now()
                from bench.plan;
            update people.pupils u set left_on = p.ends_on, version = u.version + 1
                from bench.plan p where p.leaves and u.id = p.pupil_id;
            insert into journal.debts (organization_id, pupil_id, person_id, school_year_id, subject_id, ground, arisen_on,
                    due_on, raised_by)
                select m.organization_id, m.pupil_id, p.person_id, m.school_year_id, m.subject_id,
                    case m.value when 'NOT_ATTESTED' then 'MISSED' when 'NOT_ATTESTED_GOOD_REASON' then 'MISSED_GOOD_REASON'
                        else 'UNSATISFACTORY' end, current_date, current_date + interval '1 year', '%s'
                from bench.plan p join journal.year_marks m on m.pupil_id = p.pupil_id and m.school_year_id = p.year_id
                where p.outcome in ('CONDITIONAL', 'LEVEL_NOT_COMPLETED')
                    and m.value in ('TWO', 'NO_CREDIT', 'NOT_ATTESTED', 'NOT_ATTESTED_GOOD_REASON');
            insert into audit.entries (occurred_at, organization_id, action, subject_kind, affected, affected_count,
                    affected_digest, details)
                select now(), organization_id, 'students.year-rolled', 'pupil', array_agg(pupil_id order by pupil_id), count(*),
                    encode(sha256(convert_to(string_agg(pupil_id::text, ',' order by pupil_id), 'UTF8')), 'hex'), '{}'
                from bench.plan group by organization_id;
            update organization.school_years set state = 'CLOSED', version = version + 1
                where id = (select year_id from bench.plan limit 1);
            update organization.school_years set activated_at = now(), version = version + 1
                where id = (select next_id from bench.plan limit 1);
            commit;
            """;

    private final Connection connection;
    private final UUID closing;

    ClosingScript(Product product, UUID closing) {
        this.closing = closing;
        try {
            connection = product.database().owner().getConnection();
            run(PREPARE.formatted(closing));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    void run() {
        run(SCRIPT.formatted(closing));
    }

    private void run(String script) {
        try (var statement = connection.createStatement()) {
            statement.execute(script);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
