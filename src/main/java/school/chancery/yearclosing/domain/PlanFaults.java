package school.chancery.yearclosing.domain;

import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What keeps a plan from being made, with the pupil or the class behind each; the words are {@code yearclosing.fault.<CODE>}. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class PlanFaults {
    private static final String FIND = """
            with plan as materialized (select * from %s rows)
            insert into yearclosing.plan_faults (closing_id, organization_id, code, pupil_id, class_id)
            select :closing, :organization, f.* from (
                select 'CLASS_NOT_ACCEPTED', null::uuid, k.class_id from yearclosing.class_closings k
                    where k.closing_id = :closing and k.state <> 'ACCEPTED'
                union all
                select 'ORDERS_STAND', null, null from yearclosing.closing_orders k join orders.orders r on r.id = k.order_id
                    where k.closing_id = :closing and r.status = 'REGISTERED' and k.revoked_by_order_id is null
                        and k.kind not in ('year-correction', 'year-undo') group by k.closing_id
                union all
                select 'OUTCOME_MISSING', p.pupil_id, p.from_class_id from plan p where p.present and
                    (p.outcome is null or p.outcome = 'WITHDRAWN')
                union all
                select 'SUBJECTS_MISSING', null, p.from_class_id from plan p
                    where p.present and p.grade > 1 and not exists (
                        select from journal.class_subjects s where s.class_id = p.from_class_id)
                    group by p.from_class_id
                union all
                select 'CLASS_MISSING', p.pupil_id, p.from_class_id from plan p where p.present and p.to_class_id is null
                    and (p.outcome in ('PROMOTED', 'CONDITIONAL', 'GRADUATED_GOES_ON', 'REPEATS')
                        or p.outcome = 'LEVEL_NOT_COMPLETED' and p.grade <> 9)
                union all
                select case when p.entered then 'ENTERED_IN_OTHER_GRADE' else 'CLASS_OF_OTHER_GRADE' end, p.pupil_id,
                    p.from_class_id
                    from plan p join organization.classes t on t.id = p.to_class_id
                    where p.present and (t.school_year_id <> :next or t.grade <> p.grade
                        + case when p.outcome in ('PROMOTED', 'CONDITIONAL', 'GRADUATED_GOES_ON') then 1 else 0 end)
                union all
                select 'ENTERED_BUT_LEAVES', p.pupil_id, p.from_class_id from plan p
                    where p.present and p.entered and p.outcome in ('GRADUATED', 'LEFT_WITH_STATEMENT')
                union all
                select 'LEFT_BUT_STAYS', p.pupil_id, p.from_class_id from plan p join people.pupils u on u.id = p.pupil_id
                    and u.organization_id = :organization
                    where p.present and u.left_on is not null
                union all
                select 'ENROLLED_ELSEWHERE', p.pupil_id, p.from_class_id from plan p
                    join students.enrolled_elsewhere(:organization, (select starts_on from organization.school_years
                        where id = :next)) e (pupil_id) on e.pupil_id = p.pupil_id
                    where p.present and p.to_class_id is not null) f
            """.formatted(PlanSql.ROWS);

    private final JdbcClient jdbc;
    private final FactsReader facts;
    private final WholeSchool wholeSchool;

    PlanFaults(JdbcClient jdbc, FactsReader facts, WholeSchool wholeSchool) {
        this.jdbc = jdbc;
        this.facts = facts;
        this.wholeSchool = wholeSchool;
    }

    /** @return how many there are */
    int find(ClosingView closing) {
        jdbc.sql("delete from yearclosing.plan_faults where closing_id = ?")
                .param(closing.id())
                .update();
        return wholeSchool.read(() -> PlanSql.bound(jdbc, FIND, closing).update()) + againstLaw(closing);
    }

    /** Whether the law no longer leaves open what the plan says of somebody; who they are is kept beside the plan. */
    boolean breaksLaw(ClosingView closing) {
        jdbc.sql("delete from yearclosing.plan_faults where closing_id = ?")
                .param(closing.id())
                .update();
        return againstLaw(closing) > 0;
    }

    // Marks, debts and choices may have changed since the class was accepted: the rule is asked once more, for
    // everybody.
    private int againstLaw(ClosingView closing) {
        record Chosen(UUID pupilId, String chosen) {}
        var chosen = jdbc
                .sql("select pupil_id, chosen from yearclosing.outcomes where closing_id = ? and chosen is not null")
                .param(closing.id())
                .query((row, i) -> new Chosen(row.getObject(1, UUID.class), Objects.requireNonNull(row.getString(2))))
                .stream()
                .collect(Collectors.toMap(Chosen::pupilId, each -> YearOutcome.valueOf(each.chosen())));
        var broken = facts.readAll(closing).stream()
                .filter(row -> chosen.containsKey(row.pupilId()))
                .filter(row -> !OutcomeRule.allowed(row.facts()).contains(chosen.get(row.pupilId())))
                .toList();
        if (broken.isEmpty()) return 0;
        return jdbc.sql("""
                        insert into yearclosing.plan_faults (closing_id, organization_id, code, pupil_id, class_id)
                        select ?, ?, 'LAW', f.* from unnest(?::uuid[], ?::uuid[]) f
                        """)
                .params(
                        closing.id(),
                        closing.organizationId(),
                        broken.stream().map(FactsReader.Row::pupilId).toArray(UUID[]::new),
                        broken.stream().map(FactsReader.Row::classId).toArray(UUID[]::new))
                .update();
    }
}
