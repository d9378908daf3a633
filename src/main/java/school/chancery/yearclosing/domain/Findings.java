package school.chancery.yearclosing.domain;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageImpl;
import org.springframework.data.domain.Pageable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What the checks found, with the names behind it. */
@Service
@Transactional
public class Findings {
    private static final String FROM = """
             from yearclosing.findings f left join people.pupils p on p.id = f.pupil_id
                left join people.persons n on n.id = p.person_id
                left join organization.classes c on c.id = f.class_id
                left join organization.subjects s on s.id = f.subject_id
            where f.closing_id = :closing and (cast(:severity as text) is null or f.severity = :severity)
            """;

    private final JdbcClient jdbc;
    private final ClosingRows closings;

    Findings(JdbcClient jdbc, ClosingRows closings) {
        this.jdbc = jdbc;
        this.closings = closings;
    }

    /** @param unexplained findings that still need a reason */
    public record Counts(int must, int unexplained, int explained, int hints) {
        /** Whether nothing holds the closing up. */
        public boolean isClear() {
            return must == 0 && unexplained == 0;
        }
    }

    /** What was found of one pupil or class. */
    public record Row(
            UUID id,
            Check check,
            Check.Severity severity,
            @Nullable UUID pupilId,
            @Nullable String pupil,
            @Nullable UUID classId,
            @Nullable String classLabel,
            @Nullable String subject,
            @Nullable String explanation) {
        @Override
        public String toString() {
            return "Row[" + id + "]";
        }
    }

    @Transactional(readOnly = true)
    public Counts counts(UUID closingId) {
        return jdbc.sql("""
                        select count(*) filter (where severity = 'MUST') as must,
                            count(*) filter (where severity = 'EXPLAIN' and explanation is null) as unexplained,
                            count(*) filter (where severity = 'EXPLAIN' and explanation is not null) as explained,
                            count(*) filter (where severity = 'HINT') as hints
                        from yearclosing.findings where closing_id = ?
                        """).param(closingId).query(Counts.class).single();
    }

    /** The worst first, then by class and name. */
    @Transactional(readOnly = true)
    public Page<Row> page(UUID closingId, Check.@Nullable Severity severity, Pageable page) {
        var rows = bound(
                        """
                        select f.*, c.label, s.short_name, n.family || ' ' || n.given || coalesce(' ' || n.patronymic, '') as name
                        """
                                + FROM
                                + " order by array_position(array['MUST', 'EXPLAIN', 'HINT'], f.severity), f.check_code,"
                                + " c.grade nulls first, c.label, n.search_name, s.short_name, f.id limit :size offset :start",
                        closingId,
                        severity)
                .param("size", page.getPageSize())
                .param("start", page.getOffset())
                .query(Findings::row)
                .list();
        return new PageImpl<>(
                rows,
                page,
                bound("select count(*)" + FROM, closingId, severity)
                        .query(Long.class)
                        .single());
    }

    /** Gives the reason that a finding needs. */
    public Optional<Refusal> explain(UUID closingId, UUID findingId, String text, UUID by) {
        if (text.isBlank()) return Optional.of(Refusal.of("explanation", "reason-missing"));
        var explained = jdbc.sql("""
                        update yearclosing.findings set explanation = ?, explained_by = ?, explained_at = ?
                        where closing_id = ? and id = ? and severity = 'EXPLAIN'
                        """)
                .params(text.strip(), by, closings.now(), closingId, findingId)
                .update();
        if (explained == 0) return Optional.of(Refusal.of("finding-gone"));
        closings.record("yearclosing.finding-explained", closings.require(closingId));
        return Optional.empty();
    }

    private JdbcClient.StatementSpec bound(String sql, UUID closingId, Check.@Nullable Severity severity) {
        return jdbc.sql(sql).param("closing", closingId).param("severity", severity == null ? null : severity.name());
    }

    private static Row row(ResultSet row, int index) throws SQLException {
        return new Row(
                row.getObject("id", UUID.class),
                Check.valueOf(row.getString("check_code")),
                Check.Severity.valueOf(row.getString("severity")),
                row.getObject("pupil_id", UUID.class),
                row.getString("name"),
                row.getObject("class_id", UUID.class),
                row.getString("label"),
                row.getString("short_name"),
                row.getString("explanation"));
    }
}
