package school.chancery.yearclosing.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import school.chancery.orders.Councils;
import school.chancery.orders.Councils.Answer;
import school.chancery.orders.Councils.NewMinutes;
import school.chancery.organization.SchoolYears;

/** The council's decision on the outcomes, once all classes are accepted. */
@Service
@Transactional
public class CouncilStep {
    private final JdbcClient jdbc;
    private final ClosingRows rows;
    private final Councils councils;
    private final SchoolYears years;

    CouncilStep(JdbcClient jdbc, ClosingRows rows, Councils councils, SchoolYears years) {
        this.jdbc = jdbc;
        this.rows = rows;
        this.councils = councils;
        this.years = years;
    }

    /** @param graduatesLastOn last day of whoever leaves; null = the last day of the year */
    public List<Refusal> record(UUID closingId, NewMinutes minutes, @Nullable LocalDate graduatesLastOn) {
        var closing = rows.hold(closingId);
        if (closing.state() != ClosingState.CLASSES && closing.state() != ClosingState.COUNCIL)
            return List.of(Refusal.of("not-now"));
        if (waiting(closingId)) return List.of(Refusal.of("classes-open"));
        var year = years.find(closing.schoolYearId()).orElseThrow();
        var lastOn = graduatesLastOn == null ? year.endsOn() : graduatesLastOn;
        if (!year.contains(lastOn) || lastOn.isBefore(minutes.heldOn()))
            return List.of(Refusal.of("graduatesLastOn", "last-day"));
        if (!year.contains(minutes.heldOn())) return List.of(Refusal.of("heldOn", "other-year"));
        var answer = councils.record(minutes);
        if (answer instanceof Answer.Refused refused) return List.of(new Refusal(refused.field(), refused.code()));
        rows.write(
                closingId,
                "state = 'COUNCIL', council_minutes_id = ?, graduates_last_on = ?",
                ((Answer.Recorded) answer).id(),
                lastOn);
        rows.record("yearclosing.council-decided", closing);
        return List.of();
    }

    private boolean waiting(UUID closingId) {
        return jdbc.sql(
                        "select exists (select from yearclosing.class_closings where closing_id = ? and state <> 'ACCEPTED')")
                .param(closingId)
                .query(Boolean.class)
                .single();
    }
}
