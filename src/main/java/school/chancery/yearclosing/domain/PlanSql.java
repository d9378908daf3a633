package school.chancery.yearclosing.domain;

import java.util.Objects;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What is to happen, read from the register and the outcomes as they are now: shown, hashed and carried out alike. */
final class PlanSql {
    /** A row for each pupil of the year; an outcome without a pupil or a pupil without an outcome is a row, too. */
    static final String ROWS = """
            (select coalesce(l.pupil_id, o.pupil_id) as pupil_id, l.person_id, l.enrollment_id, l.class_id as from_class_id,
                l.grade, l.to_on, l.year_ends_on, coalesce(l.present, false) as present, o.chosen as outcome,
                case when o.chosen in ('GRADUATED', 'LEFT_WITH_STATEMENT', 'WITHDRAWN') then null
                    else coalesce(n.class_id, o.to_class_id) end as to_class_id,
                n.class_id is not null as entered
             from\s""" + LiveRoll.LIVE + """
             l full join (select * from yearclosing.outcomes where closing_id = :closing) o on o.pupil_id = l.pupil_id
                left join\s""" + LiveRoll.ENTERED + " n on n.pupil_id = l.pupil_id)";

    private static final String HASH = """
            select encode(sha256(convert_to(concat_ws('|', y.starts_on, y.ends_on, :lastOn) || E'\\n' || coalesce((
                select string_agg(p.pupil_id || '|' || coalesce(p.outcome, '?') || '|' || p.present || '|' || p.entered || '|'
                    || coalesce(p.from_class_id::text, '') || '|' || coalesce(p.to_on::text, '') || '|'
                    || coalesce(p.to_class_id::text, ''), E'\\n' order by p.pupil_id) from %s p), ''), 'UTF8')), 'hex')
            from organization.school_years y where y.id = :next
            """.formatted(ROWS);

    private PlanSql() {}

    static String hash(JdbcClient jdbc, ClosingView closing) {
        return bound(jdbc, HASH, closing)
                .param("lastOn", closing.graduatesLastOn())
                .query(String.class)
                .single();
    }

    static JdbcClient.StatementSpec bound(JdbcClient jdbc, String sql, ClosingView closing) {
        return jdbc.sql(sql)
                .param("closing", closing.id())
                .param("organization", closing.organizationId())
                .param("year", closing.schoolYearId())
                .param("next", Objects.requireNonNull(closing.nextYearId()));
    }
}
