package school.chancery.students.domain;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageImpl;
import org.springframework.data.domain.Pageable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import school.chancery.people.SearchText;

/** Reads the movement book (F093), and adds corrections to it; nothing in it is ever changed. */
@Service
@Transactional
public class MovementBook {
    private static final String LINES = """
             from students.movements m left join students.movements c on c.id = m.corrects_id
                left join lateral (select max(number) as number from students.movements where corrects_id = m.id) k on true
            where m.organization_id = :organization and m.school_year_id = :year
              and (cast(:kind as text) is null or m.kind = :kind)
              and translate(concat_ws(' ', m.pupil_name, m.from_class, m.to_class, m.order_number), 'ёЁ', 'еЕ') ilike :pattern
            """;
    private static final String SELECT =
            "select m.*, c.number as corrects_number, k.number as corrected_by_number" + LINES;

    private final JdbcClient jdbc;
    private final MovementLines lines;

    MovementBook(JdbcClient jdbc, MovementLines lines) {
        this.jdbc = jdbc;
        this.lines = lines;
    }

    /** What is looked for; null and empty narrow nothing. */
    public record Wanted(
            UUID organizationId,
            UUID schoolYearId,
            @Nullable MovementKind kind,
            String text) {}

    /**
     * A line of the book.
     *
     * @param corrects number of the line that this one corrects
     * @param correctedBy number of the line that corrects this one
     */
    public record Line(
            UUID id,
            int number,
            MovementKind kind,
            UUID pupilId,
            String pupil,
            @Nullable String fromOrganization,
            @Nullable String fromClass,
            @Nullable String toOrganization,
            @Nullable String toClass,
            String reason,
            UUID orderId,
            String orderNumber,
            LocalDate orderedOn,
            LocalDate movedOn,
            @Nullable Integer corrects,
            @Nullable Integer correctedBy) {
        public String from() {
            return place(fromOrganization, fromClass);
        }

        public String to() {
            return place(toOrganization, toClass);
        }

        private static String place(@Nullable String organization, @Nullable String schoolClass) {
            if (organization == null) return schoolClass == null ? "" : schoolClass;
            return schoolClass == null ? organization : organization + ", " + schoolClass;
        }

        @Override
        public String toString() {
            return "Line[" + id + "]";
        }
    }

    @Transactional(readOnly = true)
    public Page<Line> lines(Wanted wanted, Pageable page) {
        var rows = bound(SELECT + " order by m.number desc limit :size offset :start", wanted)
                .param("size", page.getPageSize())
                .param("start", page.getOffset())
                .query(MovementBook::line)
                .list();
        var count = bound("select count(*)" + LINES, wanted).query(Long.class).single();
        return new PageImpl<>(rows, page, count);
    }

    /** All of them in the order of the book, one by one. */
    @Transactional(readOnly = true)
    public void each(Wanted wanted, Consumer<Line> reader) {
        try (var all = bound(SELECT + " order by m.number", wanted).query(MovementBook::line).stream()) {
            all.forEach(reader);
        }
    }

    /** Empty when there is none, or it is another organization's. */
    @Transactional(readOnly = true)
    public Optional<Line> find(UUID organizationId, UUID id) {
        return jdbc.sql("""
                        select m.*, c.number as corrects_number, k.number as corrected_by_number
                        from students.movements m left join students.movements c on c.id = m.corrects_id
                            left join lateral (select max(number) as number from students.movements where corrects_id = m.id) k on true
                        where m.organization_id = ? and m.id = ?
                        """)
                .params(organizationId, id)
                .query(MovementBook::line)
                .optional();
    }

    /** A new line that says what was meant and refers to the one that is wrong, which stays as it is. */
    public Optional<Refusal> correct(UUID organizationId, UUID id, String text) {
        var wrong = find(organizationId, id).orElseThrow(() -> new IllegalArgumentException("movement " + id));
        if (wrong.correctedBy() != null) return Optional.of(new Refusal("text", "students.refused.corrected"));
        lines.correct(organizationId, id, text);
        return Optional.empty();
    }

    private JdbcClient.StatementSpec bound(String sql, Wanted wanted) {
        return jdbc.sql(sql)
                .param("organization", wanted.organizationId())
                .param("year", wanted.schoolYearId())
                .param("kind", wanted.kind() == null ? null : wanted.kind().name())
                .param("pattern", SearchText.pattern(wanted.text()));
    }

    private static Line line(ResultSet row, int index) throws SQLException {
        return new Line(
                row.getObject("id", UUID.class),
                row.getInt("number"),
                MovementKind.valueOf(row.getString("kind")),
                row.getObject("pupil_id", UUID.class),
                row.getString("pupil_name"),
                row.getString("from_organization"),
                row.getString("from_class"),
                row.getString("to_organization"),
                row.getString("to_class"),
                row.getString("reason"),
                row.getObject("order_id", UUID.class),
                row.getString("order_number"),
                row.getObject("ordered_on", LocalDate.class),
                row.getObject("moved_on", LocalDate.class),
                row.getObject("corrects_number", Integer.class),
                row.getObject("corrected_by_number", Integer.class));
    }
}
