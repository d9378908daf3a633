package school.chancery.yearclosing.domain;

import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import school.chancery.organization.Organizations;
import school.chancery.organization.SchoolYear;
import school.chancery.organization.SchoolYears;

/** Runs all checks at once. What is found again keeps its explanation, what was mended disappears. */
@Service
@Transactional
public class Checks {
    private static final String RUN = """
            insert into yearclosing.findings as k (closing_id, organization_id, check_code, severity, pupil_id, class_id,
                subject_id, run)
            select :closing, :organization, f.* , :run from (%s) f
            on conflict (closing_id, check_code, pupil_id, class_id, subject_id) do update set run = excluded.run
            """.formatted(CheckRules.ALL.entrySet().stream()
            .map(rule -> "select '" + rule.getKey() + "' as check_code, '"
                    + rule.getKey().severity() + "' as severity, x.* from (" + rule.getValue()
                    + ") x (pupil_id, class_id, subject_id)")
            .collect(Collectors.joining(" union all ")));

    private final JdbcClient jdbc;
    private final ClosingRows rows;
    private final Rosters rosters;
    private final Findings findings;
    private final SchoolYears years;
    private final Organizations organizations;
    private final WholeSchool wholeSchool;

    Checks(
            JdbcClient jdbc,
            ClosingRows rows,
            Rosters rosters,
            Findings findings,
            SchoolYears years,
            Organizations organizations,
            WholeSchool wholeSchool) {
        this.jdbc = jdbc;
        this.rows = rows;
        this.rosters = rosters;
        this.findings = findings;
        this.years = years;
        this.organizations = organizations;
        this.wholeSchool = wholeSchool;
    }

    /** Freezes the roster anew and looks at everything; no change once the classes have begun. */
    public Findings.Counts run(UUID closingId) {
        var closing = rows.hold(closingId);
        if (closing.state() != ClosingState.OPENED) return findings.counts(closingId);
        rosters.freeze(closingId);
        var run = closing.runs() + 1;
        wholeSchool.read(() -> look(closing, run));
        jdbc.sql("delete from yearclosing.findings where closing_id = ? and run < ?")
                .params(closingId, run)
                .update();
        rows.write(closingId, "runs = ?", run);
        rows.record("yearclosing.checks-run", closing);
        return findings.counts(closingId);
    }

    private int look(ClosingView closing, int run) {
        var year = years.find(closing.schoolYearId()).orElseThrow();
        return jdbc.sql(RUN)
                .param("closing", closing.id())
                .param("organization", closing.organizationId())
                .param("year", closing.schoolYearId())
                .param("next", years.following(year.id()).map(SchoolYear::id).orElse(null))
                .param("nextStart", year.endsOn().plusDays(1))
                .param("today", organizations.today(closing.organizationId()))
                .param("run", run)
                .update();
    }
}
