package school.chancery.yearclosing.domain;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import school.chancery.organization.OrganizationType;
import school.chancery.organization.Organizations;
import school.chancery.organization.SchoolYear;
import school.chancery.organization.SchoolYearStates;
import school.chancery.organization.SchoolYears;

/** Closings of school years: opened, looked up, given up. */
@Service
@Transactional
public class Closings {
    private final JdbcClient jdbc;
    private final ClosingRows rows;
    private final SchoolYears years;
    private final SchoolYearStates states;
    private final Organizations organizations;
    private final ClosingOrders orders;
    private final ClosingWords words;

    Closings(
            JdbcClient jdbc,
            ClosingRows rows,
            SchoolYears years,
            SchoolYearStates states,
            Organizations organizations,
            ClosingOrders orders,
            ClosingWords words) {
        this.jdbc = jdbc;
        this.rows = rows;
        this.years = years;
        this.states = states;
        this.organizations = organizations;
        this.orders = orders;
        this.words = words;
    }

    public sealed interface Opening {
        record Opened(UUID closingId) implements Opening {}

        record Refused(List<Refusal> reasons) implements Opening {}
    }

    /**
     * Begins to close the year, which keeps its dates from now on. Two at once: one opens, the other is told that it is
     * open.
     */
    public Opening open(UUID organizationId, UUID schoolYearId, UUID by) {
        var year =
                years.find(schoolYearId).filter(found -> found.organizationId().equals(organizationId));
        if (year.isEmpty()) return refused("schoolYearId", "unknown-year");
        return fault(year.get()).orElseGet(() -> made(year.get(), by));
    }

    private Optional<Opening> fault(SchoolYear year) {
        if (organizations.require(year.organizationId()).type() != OrganizationType.SCHOOL)
            return Optional.of(refused("", "no-school"));
        if (year.startsOn().isAfter(organizations.today(year.organizationId())))
            return Optional.of(refused("schoolYearId", "year-ahead"));
        return Optional.empty();
    }

    private Opening made(SchoolYear year, UUID by) {
        var id = UUID.randomUUID();
        var made = jdbc.sql("""
                        insert into yearclosing.closings (id, organization_id, school_year_id, opened_by, opened_at,
                            graduates_last_on) values (?, ?, ?, ?, ?, ?)
                        on conflict (school_year_id) where state not in ('UNDONE', 'ABANDONED') do nothing
                        """)
                .params(id, year.organizationId(), year.id(), by, rows.now(), year.endsOn())
                .update();
        if (made == 0) return refused("schoolYearId", "opened-already");
        states.beginClosing(year.id());
        rows.record("yearclosing.closing-opened", rows.require(id));
        return new Opening.Opened(id);
    }

    @Transactional(readOnly = true)
    public ClosingView require(UUID id) {
        return rows.require(id);
    }

    @Transactional(readOnly = true)
    public Optional<ClosingView> find(UUID id) {
        return rows.find(id);
    }

    /** The one that counts for the year, else the newest that was given up or undone. */
    @Transactional(readOnly = true)
    public Optional<ClosingView> find(UUID organizationId, UUID schoolYearId) {
        return rows.ofYear(schoolYearId).filter(found -> found.organizationId().equals(organizationId));
    }

    /** Of these schools, one for each year. */
    @Transactional(readOnly = true)
    public List<ClosingView> all(Collection<UUID> organizationIds) {
        return rows.all(organizationIds);
    }

    /** Gives the closing up before anything has happened to a pupil and while no order of it stands; given up already = no
     * change. */
    public List<Refusal> abandon(UUID id) {
        var closing = rows.hold(id);
        if (closing.state() == ClosingState.ABANDONED) return List.of();
        if (!closing.state().isBeforeApplication()) return List.of(Refusal.of("applied-already"));
        if (!orders.standing(id).isEmpty()) return List.of(Refusal.of("orders-stand"));
        orders.withdrawDrafts(id, words.text("yearclosing.abandoned"));
        rows.write(
                id,
                "state = 'ABANDONED', ended_at = ?, plan_hash = null, planned_at = null, confirmed_by = null,"
                        + " confirmed_at = null, countersigned_by = null, countersigned_at = null",
                rows.now());
        jdbc.sql("update yearclosing.outcomes set live = false where closing_id = ?")
                .param(id)
                .update();
        states.reopen(closing.schoolYearId());
        rows.record("yearclosing.closing-abandoned", closing);
        return List.of();
    }

    private static Opening refused(String field, String code) {
        return new Opening.Refused(List.of(Refusal.of(field, code)));
    }
}
