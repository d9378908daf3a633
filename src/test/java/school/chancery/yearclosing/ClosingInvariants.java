package school.chancery.yearclosing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;

/** I1–I4, I6 and I7 for one school, at any moment: everything has happened to everybody, or nothing to anybody. */
public final class ClosingInvariants {
    private static final String SQL = """
            with closing as (select * from yearclosing.closings where organization_id = :school
                    and state not in ('UNDONE', 'ABANDONED')),
                done as (select * from closing where state in ('APPLIED', 'ACTIVE', 'SEALED')),
                plan as (select p.* from yearclosing.plan_rows p join done d on d.id = p.closing_id)
            select
                (select count(*) from done d join students.enrollments e on e.school_year_id = d.school_year_id
                    left join yearclosing.outcomes o on o.closing_id = d.id and o.pupil_id = e.pupil_id and o.chosen is not null
                    where e.class_kind = 'CLASS' and o.id is null) as "I1 pupils without an outcome",
                (select count(*) from (select pupil_id, school_year_id from yearclosing.outcomes
                    where organization_id = :school and live group by 1, 2 having count(*) > 1) twice)
                    as "I1 pupils with two outcomes",
                (select count(*) from (select o.class_id, count(*) as outcomes,
                        (select count(*) from yearclosing.roster r where r.closing_id = o.closing_id and r.class_id = o.class_id)
                            as counted
                    from yearclosing.outcomes o join done d on d.id = o.closing_id group by o.closing_id, o.class_id) c
                    where c.outcomes <> c.counted) as "I2 classes that do not balance",
                (select count(*) from students.enrollments a join students.enrollments b on a.person_id = b.person_id
                    and a.id < b.id and a.days && b.days where a.organization_id = :school
                    and a.class_kind <> 'ASSOCIATION' and b.class_kind <> 'ASSOCIATION') as "I3 days in two classes",
                (select count(*) from students.movements m where m.organization_id = :school and not exists (
                    select from orders.orders o where o.id = m.order_id and o.status = 'REGISTERED'
                        and o.number = m.order_number)) as "I4 lines without a registered order",
                (select count(*) from (select school_year_id, count(*) as lines, max(number) as last, min(number) as first
                    from students.movements where organization_id = :school group by 1) b
                    where b.lines <> b.last or b.first <> 1) as "I4 books with gaps",
                (select count(*) from organization.school_years y left join closing c on c.school_year_id = y.id
                    where y.organization_id = :school and y.state <> case
                        when c.id is null then 'OPEN' when c.state in ('APPLIED', 'ACTIVE', 'SEALED') then 'CLOSED'
                        else 'CLOSING' end) as "I6 years in a state that is not theirs",
                (select count(*) from students.roll_sets s where s.organization_id = :school and s.state <> 'PLANNED'
                    and not exists (select from audit.entries a where a.organization_id = :school
                        and a.action = 'students.year-rolled' and a.details ->> 'set' = s.id::text
                        and a.affected_count = s.pupils)) as "I7 sets without audit",
                (select count(*) from plan p join people.pupils u on u.id = p.pupil_id join done d on d.id = p.closing_id
                    where p.outcome <> 'WITHDRAWN' and not exists (select from students.enrollments e
                        where e.pupil_id = p.pupil_id and e.school_year_id = d.school_year_id
                        and e.class_id = p.from_class_id and e.exit_order_id is not null)) as "stays that have not ended",
                (select count(*) from plan p join done d on d.id = p.closing_id where p.to_class_id is not null
                    and 1 <> (select count(*) from students.enrollments e where e.pupil_id = p.pupil_id
                        and e.school_year_id = d.next_school_year_id and e.class_id = p.to_class_id
                        and e.class_kind = 'CLASS')) as "pupils lost or doubled in the next year",
                (select count(*) from plan p join people.pupils u on u.id = p.pupil_id
                    where p.outcome in ('GRADUATED', 'LEFT_WITH_STATEMENT') and u.left_on is null) as "graduates not archived",
                (select count(*) from plan p where p.outcome <> 'WITHDRAWN' and 1 <> (select count(*)
                    from students.movements m join yearclosing.closing_orders k on k.order_id = m.order_id
                        and k.closing_id = p.closing_id
                    where m.pupil_id = p.pupil_id and m.kind not in ('REVERSAL', 'CORRECTION'))) as "pupils without one line",
                (select count(*) from students.enrollments e where e.organization_id = :school
                    and exists (select from yearclosing.closing_orders k where k.order_id in (e.entry_order_id, e.exit_order_id))
                    and not exists (select from done)) as "stays changed by a closing that is not carried out",
                (select count(*) from journal.debts d where d.organization_id = :school
                    and exists (select from yearclosing.closings c where c.id = d.raised_by)
                    and not exists (select from done x where x.id = d.raised_by)) as "debts of a closing not carried out",
                (select count(*) from students.movements m where m.organization_id = :school and m.kind in ('PROMOTION',
                    'CONDITIONAL_PROMOTION', 'REPETITION', 'RETENTION', 'GRADUATION', 'LEAVING')
                    and (exists (select from students.movements r where r.corrects_id = m.id and r.kind = 'REVERSAL'))
                        = exists (select from yearclosing.closing_orders k join done d on d.id = k.closing_id
                            where k.order_id = m.order_id)) as "lines that are reversed and hold, or neither"
            """;

    private final NamedParameterJdbcTemplate rows;
    private final UUID school;

    /** @param owner reaches the database beside the product */
    public ClosingInvariants(DataSource owner, UUID school) {
        this.rows = new NamedParameterJdbcTemplate(owner);
        this.school = school;
    }

    public void check() {
        var broken = rows.queryForMap(SQL, Map.of("school", school));
        broken.values().removeIf(count -> count.equals(0L));
        assertThat(broken).isEmpty();
    }
}
