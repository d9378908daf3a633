package school.chancery.yearclosing.domain;

import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who is counted. Frozen anew until the classes begin; after that only what the register has changed is followed. */
@Service
@Transactional
public class Rosters {
    private static final String FREEZE = """
            insert into yearclosing.roster (closing_id, organization_id, pupil_id, person_id, class_id, grade, present)
            select :closing, :organization, l.pupil_id, l.person_id, l.class_id, l.grade, l.present from
            """ + LiveRoll.LIVE + " l\n";

    // Of whoever is counted as they are nothing is written.
    private static final String FOLLOW = """
            where not exists (select from yearclosing.roster r where r.closing_id = :closing and r.pupil_id = l.pupil_id
                and (r.class_id, r.grade, r.present) = (l.class_id, l.grade, l.present))
            on conflict (closing_id, pupil_id) do update
                set class_id = excluded.class_id, grade = excluded.grade, present = excluded.present
            """;

    private final JdbcClient jdbc;
    private final ClosingRows rows;

    Rosters(JdbcClient jdbc, ClosingRows rows) {
        this.jdbc = jdbc;
        this.rows = rows;
    }

    /**
     * Takes the roster of this moment; no change once the classes have begun.
     *
     * @return how many pupils are counted
     */
    public int freeze(UUID closingId) {
        var closing = rows.hold(closingId);
        if (closing.state() != ClosingState.OPENED) return count(closingId);
        jdbc.sql("delete from yearclosing.roster where closing_id = ?")
                .param(closingId)
                .update();
        var counted = bound(FREEZE, closing).update();
        rows.write(closingId, "frozen_at = ?", rows.now());
        rows.record("yearclosing.roster-frozen", closing);
        return counted;
    }

    /** Follows the register after the classes began: who came, who left, who changed the class. */
    int follow(ClosingView closing) {
        var followed = bound(FREEZE + FOLLOW, closing).update();
        // Whose stay in the year was taken back as if it had never been is nobody's pupil any more.
        var gone = bound(
                        "with gone as (delete from yearclosing.outcomes o where o.closing_id = :closing and not exists ("
                                + "select from students.enrollments e where e.pupil_id = o.pupil_id"
                                + " and e.school_year_id = :year and e.class_kind = 'CLASS') returning o.pupil_id)"
                                + " select count(*) from gone",
                        closing)
                .query(Integer.class)
                .single();
        if (gone > 0)
            bound(
                            "delete from yearclosing.roster r where r.closing_id = :closing and not exists ("
                                    + "select from students.enrollments e where e.pupil_id = r.pupil_id"
                                    + " and e.school_year_id = :year and e.class_kind = 'CLASS')",
                            closing)
                    .update();
        return followed + gone;
    }

    private int count(UUID closingId) {
        return jdbc.sql("select count(*) from yearclosing.roster where closing_id = ?")
                .param(closingId)
                .query(Integer.class)
                .single();
    }

    private JdbcClient.StatementSpec bound(String sql, ClosingView closing) {
        return jdbc.sql(sql)
                .param("closing", closing.id())
                .param("organization", closing.organizationId())
                .param("year", closing.schoolYearId());
    }
}
