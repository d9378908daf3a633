package school.chancery.benchmark;

import java.sql.SQLException;
import java.util.UUID;
import javax.sql.DataSource;

/**
 * The same checks and the same plan by one hand-written script: who is counted, what is missing, what becomes of each
 * pupil by marks, debts, examinations and choices, the next class by its link, totals and a hash. It writes the
 * same rows to the same tables.
 */
final class CheckScript {
    private static final String SCRIPT = """
            begin;
            insert into yearclosing.roster (closing_id, organization_id, pupil_id, person_id, class_id, grade, present)
                select distinct on (e.pupil_id) '%3$s', '%2$s', e.pupil_id, e.person_id, e.class_id, k.grade,
                    coalesce(e.to_on, e.year_ends_on) = e.year_ends_on
                from students.enrollments e join organization.classes k on k.id = e.class_id
                where e.school_year_id = '%1$s' and e.class_kind = 'CLASS' order by e.pupil_id, e.sequence desc;
            analyze yearclosing.roster;
            insert into yearclosing.findings (closing_id, organization_id, check_code, severity, pupil_id, class_id, subject_id, run)
                select '%3$s', '%2$s', upper(f.code), 'HINT', f.pupil, f.class, f.subject, 1 from (
                select 'mark', r.pupil_id, r.class_id, s.subject_id from (select * from yearclosing.roster where closing_id = '%3$s') r
                    join journal.class_subjects s on s.class_id = r.class_id
                    left join journal.year_marks m on m.pupil_id = r.pupil_id and m.school_year_id = '%1$s'
                        and m.subject_id = s.subject_id
                    where r.present and m.id is null
                union all
                select 'subjects', null::uuid, r.class_id, null::uuid from (select * from yearclosing.roster where closing_id = '%3$s') r where r.grade > 1 and not exists (
                    select from journal.class_subjects s where s.class_id = r.class_id) group by r.class_id
                union all
                select 'exams', r.pupil_id, r.class_id, null from (select * from yearclosing.roster where closing_id = '%3$s') r where r.grade in (9, 11) and r.present
                    and not exists (select from journal.final_exams f where f.pupil_id = r.pupil_id and f.school_year_id = '%1$s')
                union all
                select 'elsewhere', r.pupil_id, r.class_id, null from (select * from yearclosing.roster where closing_id = '%3$s') r join students.enrollments e
                    on e.person_id = r.person_id and e.organization_id <> '%2$s' and e.class_kind <> 'ASSOCIATION'
                    where r.present and e.from_on > current_date
                union all
                select 'transfer', r.pupil_id, r.class_id, null from (select * from yearclosing.roster where closing_id = '%3$s') r
                    join students.transfers t on t.pupil_id = r.pupil_id and t.state = 'REQUESTED'
                union all
                select 'choice', r.pupil_id, r.class_id, null from (select * from yearclosing.roster where closing_id = '%3$s') r where r.present and exists (
                    select from journal.debts d where d.pupil_id = r.pupil_id and d.state = 'TERM_OVER') and not exists (
                    select from journal.parents_choices p where p.pupil_id = r.pupil_id and p.school_year_id = '%1$s')
                union all
                select 'never', p.id, null::uuid, null::uuid from people.pupils p left join (select * from yearclosing.roster where closing_id = '%3$s') r on r.pupil_id = p.id
                    where p.organization_id = '%2$s' and p.left_on is null and r.pupil_id is null
                union all
                select 'teacher', null, r.class_id, null from (select * from yearclosing.roster where closing_id = '%3$s') r where not exists (
                    select from people.class_teachers t where t.class_id = r.class_id) group by r.class_id
                union all
                select 'several', e.pupil_id, null, null from students.enrollments e where e.school_year_id = '%1$s'
                    and e.class_kind = 'CLASS' group by e.pupil_id having count(*) > 1) f (code, pupil, class, subject);
            insert into yearclosing.plan_rows (closing_id, organization_id, pupil_id, outcome, from_class_id, to_class_id, entered)
                with facts as (
                    select r.*, coalesce(m.bad, 0) as bad, coalesce(d.open, 0) as open, coalesce(d.over, 0) as over, p.choice,
                        p.conclusion_number is not null as conclusion, f.certificate, n.class_id as entered_class
                    from (select * from yearclosing.roster where closing_id = '%3$s') r
                        left join (select pupil_id, count(*) filter (where value in ('TWO', 'NO_CREDIT', 'NOT_ATTESTED',
                            'NOT_ATTESTED_GOOD_REASON')) as bad from journal.year_marks where school_year_id = '%1$s' group by 1) m
                            on m.pupil_id = r.pupil_id
                        left join (select pupil_id, count(*) filter (where state = 'OPEN') as open,
                            count(*) filter (where state = 'TERM_OVER') as over from journal.debts where organization_id = '%2$s'
                            group by 1) d on d.pupil_id = r.pupil_id
                        left join journal.parents_choices p on p.pupil_id = r.pupil_id and p.school_year_id = '%1$s'
                        left join journal.final_exams f on f.pupil_id = r.pupil_id and f.school_year_id = '%1$s'
                        left join students.enrollments n on n.pupil_id = r.pupil_id and n.from_on > current_date),
                decided as (
                    select *, case when not present then 'WITHDRAWN'
                        when choice = 'REPEAT' and (over > 0 or conclusion) then 'REPEATS'
                        when grade = 9 then case when certificate in ('ORDINARY', 'HONOURS') and bad + open + over = 0 then 'GRADUATED'
                            else 'LEVEL_NOT_COMPLETED' end
                        when grade = 11 then case when certificate in ('ORDINARY', 'HONOURS') and bad + open + over = 0 then 'GRADUATED'
                            else 'LEFT_WITH_STATEMENT' end
                        when bad + open + over = 0 then 'PROMOTED' when grade = 4 then 'LEVEL_NOT_COMPLETED'
                        else 'CONDITIONAL' end as outcome from facts)
                select '%3$s', '%2$s', d.pupil_id, d.outcome, d.class_id, coalesce(d.entered_class, case
                    when d.outcome in ('PROMOTED', 'CONDITIONAL') then up.id
                    when d.outcome in ('REPEATS', 'LEVEL_NOT_COMPLETED') then again.id end), d.entered_class is not null
                from decided d join organization.classes c on c.id = d.class_id
                    left join organization.school_years y on y.organization_id = '%2$s' and y.starts_on > current_date
                    left join organization.classes up on up.school_year_id = y.id and up.grade = c.grade + 1 and up.letter = c.letter
                    left join organization.classes again on again.school_year_id = y.id and again.grade = c.grade
                        and again.letter = c.letter;
            select from_class_id, outcome, count(*) from yearclosing.plan_rows where closing_id = '%3$s' group by 1, 2;
            select encode(sha256(convert_to(string_agg(pupil_id || outcome || from_class_id || coalesce(to_class_id::text, ''), E'\\n'
                order by pupil_id), 'UTF8')), 'hex') from yearclosing.plan_rows
                where closing_id = '%3$s';
            commit;
            """;

    private final DataSource owner;
    private final String script;

    CheckScript(Product product, UUID school, UUID year, UUID closing) {
        owner = product.database().owner();
        script = SCRIPT.formatted(year, school, closing);
    }

    void run() {
        try (var connection = owner.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(script);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
