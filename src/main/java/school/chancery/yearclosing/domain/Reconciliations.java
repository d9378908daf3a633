package school.chancery.yearclosing.domain;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Compares what was confirmed with what stands in the register now, pupil by pupil. */
@Service
@Transactional(readOnly = true)
public class Reconciliations {
    // What is true of the register, asked of the tables that others read; the staged rows of the application are not
    // looked at.
    private static final String ACTUAL = """
            (select p.pupil_id, p.outcome, p.from_class_id, p.to_class_id,
                exists (select from students.enrollments e where e.pupil_id = p.pupil_id
                    and e.school_year_id = :year and e.class_id = p.from_class_id and e.to_on is not null
                    and (p.outcome = 'WITHDRAWN' or e.exit_order_id in (select order_id from yearclosing.closing_orders
                        where closing_id = :closing))) as ended,
                (select count(*) from students.enrollments e where e.pupil_id = p.pupil_id
                    and e.school_year_id = :next and e.class_kind = 'CLASS' and e.from_on <= y.starts_on) as entered,
                exists (select from students.enrollments e where e.pupil_id = p.pupil_id
                    and e.school_year_id = :next and e.class_id = p.to_class_id) as placed,
                (select count(*) from students.movements m where m.pupil_id = p.pupil_id and m.order_id in (
                    select order_id from yearclosing.closing_orders where closing_id = :closing)
                    and m.kind not in ('CORRECTION', 'REVERSAL')) as lines,
                u.left_on is not null as archived
             from yearclosing.plan_rows p join people.pupils u on u.id = p.pupil_id
                join organization.school_years y on y.id = :next
             where p.closing_id = :closing)""";

    private static final String DIFFERENCE = """
            case when a.outcome = 'WITHDRAWN' then case when a.lines > 0 then 'LINE_TOO_MANY' end
                when not a.ended then 'NOT_ENDED'
                when a.lines <> 1 then case when a.lines = 0 then 'LINE_MISSING' else 'LINE_TOO_MANY' end
                when a.to_class_id is null and a.entered > 0 then 'ENTERED_ANYWAY'
                when a.to_class_id is not null and a.entered = 0 then 'NOT_ENTERED'
                when a.to_class_id is not null and not a.placed then 'OTHER_CLASS'
                when a.entered > 1 then 'ENTERED_TWICE'
                when a.outcome in ('GRADUATED', 'LEFT_WITH_STATEMENT') <> a.archived then 'ARCHIVE' end""";

    private final JdbcClient jdbc;
    private final ClosingRows rows;

    Reconciliations(JdbcClient jdbc, ClosingRows rows) {
        this.jdbc = jdbc;
        this.rows = rows;
    }

    /**
     * What became of the plan.
     *
     * @param planned pupils with an outcome
     * @param happened those with whom exactly that has happened
     */
    public record Report(int planned, int happened, List<Line> lines, List<Difference> differences) {
        public Report {
            lines = List.copyOf(lines);
            differences = List.copyOf(differences);
        }

        public boolean isClean() {
            return planned == happened;
        }
    }

    /** Of one class with one outcome. */
    public record Line(String classLabel, YearOutcome outcome, int planned, int happened) {}

    /** @param code what is not as planned; the words are {@code yearclosing.difference.<CODE>} */
    public record Difference(
            String code,
            UUID pupilId,
            String name,
            String fromClass,
            @Nullable String toClass) {
        @Override
        public String toString() {
            return code + "[" + pupilId + "]";
        }
    }

    /** The differences by class and name, the first 200. */
    public Report of(UUID closingId) {
        var closing = rows.require(closingId);
        if (closing.appliedAt() == null) return new Report(0, 0, List.of(), List.of());
        var lines = PlanSql.bound(
                        jdbc,
                        "select c.label as class_label, a.outcome, count(*) as planned, count(*) filter (where ("
                                + DIFFERENCE + ") is null) as happened from " + ACTUAL
                                + " a join organization.classes c on c.id = a.from_class_id"
                                + " group by c.grade, c.label, a.outcome order by c.grade, c.label, a.outcome",
                        closing)
                .query(Line.class)
                .list();
        var planned = lines.stream().mapToInt(Line::planned).sum();
        var happened = lines.stream().mapToInt(Line::happened).sum();
        return new Report(planned, happened, lines, planned == happened ? List.of() : differences(closing));
    }

    private List<Difference> differences(ClosingView closing) {
        return PlanSql.bound(
                        jdbc,
                        "select * from (select " + DIFFERENCE + " as code, a.pupil_id,"
                                + " n.family || ' ' || n.given || coalesce(' ' || n.patronymic, '') as name,"
                                + " c.label as from_class, t.label as to_class, c.grade, n.search_name from " + ACTUAL
                                + " a join people.pupils u on u.id = a.pupil_id join people.persons n on n.id = u.person_id"
                                + " join organization.classes c on c.id = a.from_class_id"
                                + " left join organization.classes t on t.id = a.to_class_id) d"
                                + " where d.code is not null order by d.grade, d.from_class, d.search_name limit 200",
                        closing)
                .query(Difference.class)
                .list();
    }
}
