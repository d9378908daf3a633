package school.chancery.yearclosing.domain;

import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Which class of the next year each pupil goes on in: the one they are entered in already, else the one a person chose,
 * else the only link of their class, or of several the one with the same letter; who stays in the grade goes to the class
 * of the same letter, or the first of the grade.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class Placement {
    private static final String PLACE = """
            update yearclosing.outcomes o set to_class_id = w.to_class_id, version = o.version + 1
            from (
                select o.pupil_id, case
                    when o.chosen in ('GRADUATED', 'LEFT_WITH_STATEMENT', 'WITHDRAWN') then null
                    when n.class_id is not null then n.class_id
                    when o.placed_by is not null then o.to_class_id
                    when o.chosen in ('PROMOTED', 'CONDITIONAL', 'GRADUATED_GOES_ON') then l.class_id
                    when o.chosen = 'REPEATS' or o.chosen = 'LEVEL_NOT_COMPLETED' and o.grade <> 9 then s.class_id
                    end as to_class_id
                from yearclosing.outcomes o join organization.classes f on f.id = o.class_id
                    left join (
                        select k.from_class_id, case when count(*) = 1 then min(k.to_class_id::text)::uuid
                            else (array_agg(t.id) filter (where t.letter is not distinct from f.letter))[1] end as class_id
                        from organization.class_links k join organization.classes f on f.id = k.from_class_id
                            join organization.classes t on t.id = k.to_class_id
                        where f.school_year_id = :year and t.school_year_id = :next group by k.from_class_id) l
                        on l.from_class_id = o.class_id
                    left join (
                        select f.id, (array_agg(t.id order by t.letter is distinct from f.letter, t.label))[1] as class_id
                        from organization.classes f join organization.classes t
                            on t.school_year_id = :next and t.kind = 'CLASS' and t.grade = f.grade
                        where f.school_year_id = :year and f.kind = 'CLASS' group by f.id) s on s.id = o.class_id
                    left join
            """ + LiveRoll.ENTERED + """
                 n on n.pupil_id = o.pupil_id
                where o.closing_id = :closing) w
            where o.closing_id = :closing and o.pupil_id = w.pupil_id and o.to_class_id is distinct from w.to_class_id
            """;

    private final JdbcClient jdbc;
    private final WholeSchool wholeSchool;

    Placement(JdbcClient jdbc, WholeSchool wholeSchool) {
        this.jdbc = jdbc;
        this.wholeSchool = wholeSchool;
    }

    void place(ClosingView closing) {
        wholeSchool.read(() -> PlanSql.bound(jdbc, PLACE, closing).update());
    }

    /** False when the class is none of the next year, or of another grade than the outcome asks for. */
    boolean assign(ClosingView closing, UUID pupilId, UUID classId, UUID by) {
        return jdbc.sql("""
                        update yearclosing.outcomes o set to_class_id = c.id, placed_by = ?, version = o.version + 1
                        from organization.classes c
                        where o.closing_id = ? and o.pupil_id = ? and c.id = ? and c.school_year_id = ? and c.kind = 'CLASS'
                            and c.grade = o.grade + case when o.chosen in ('PROMOTED', 'CONDITIONAL', 'GRADUATED_GOES_ON')
                                then 1 else 0 end
                            and o.chosen not in ('GRADUATED', 'LEFT_WITH_STATEMENT', 'WITHDRAWN')
                        """)
                        .params(by, closing.id(), pupilId, classId, closing.nextYearId())
                        .update()
                > 0;
    }
}
