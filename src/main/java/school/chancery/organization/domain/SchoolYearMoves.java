package school.chancery.organization.domain;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import school.chancery.organization.SchoolYear;
import school.chancery.organization.SchoolYear.State;
import school.chancery.organization.SchoolYearActivated;
import school.chancery.organization.SchoolYearStates;
import school.chancery.organization.SchoolYears;

/** Moves a school year from open to closed and back; the row is locked, so of two at once the second finds it done. */
@Service
@Transactional(propagation = Propagation.MANDATORY)
class SchoolYearMoves implements SchoolYearStates {
    private final JdbcClient jdbc;
    private final SchoolYears years;
    private final RegisterDesk desk;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    SchoolYearMoves(
            JdbcClient jdbc, SchoolYears years, RegisterDesk desk, ApplicationEventPublisher events, Clock clock) {
        this.jdbc = jdbc;
        this.years = years;
        this.desk = desk;
        this.events = events;
        this.clock = clock;
    }

    @Override
    public void beginClosing(UUID schoolYearId) {
        move(schoolYearId, State.OPEN, State.CLOSING, "organization.school-year-closing-begun");
    }

    @Override
    public void close(UUID schoolYearId) {
        move(schoolYearId, State.CLOSING, State.CLOSED, "organization.school-year-closed");
    }

    @Override
    public void reopen(UUID schoolYearId) {
        var before = held(schoolYearId);
        if (before != State.OPEN) write(schoolYearId, State.OPEN, "organization.school-year-reopened");
    }

    @Override
    public void activate(UUID schoolYearId, UUID previousYearId) {
        var activated = jdbc.sql("update organization.school_years set activated_at = ?, version = version + 1"
                        + " where id = ? and activated_at is null")
                .params(clock.instant().atOffset(ZoneOffset.UTC), schoolYearId)
                .update();
        if (activated == 0) return;
        var year = require(schoolYearId);
        desk.record("organization.school-year-activated", year.organizationId(), "school-year", schoolYearId);
        events.publishEvent(
                new SchoolYearActivated(year.organizationId(), schoolYearId, previousYearId, year.startsOn()));
    }

    @Override
    public void deactivate(UUID schoolYearId) {
        var taken = jdbc.sql("update organization.school_years set activated_at = null, version = version + 1"
                        + " where id = ? and activated_at is not null")
                .param(schoolYearId)
                .update();
        if (taken > 0)
            desk.record(
                    "organization.school-year-deactivated",
                    require(schoolYearId).organizationId(),
                    "school-year",
                    schoolYearId);
    }

    @Override
    public boolean isActive(UUID schoolYearId) {
        return jdbc.sql("select activated_at is not null from organization.school_years where id = ?")
                .param(schoolYearId)
                .query(Boolean.class)
                .single();
    }

    private void move(UUID id, State from, State to, String fact) {
        var before = held(id);
        if (before == to) return;
        if (before != from) throw new IllegalStateException("school year " + id + " is " + before);
        write(id, to, fact);
    }

    private State held(UUID id) {
        return State.valueOf(jdbc.sql("select state from organization.school_years where id = ? for no key update")
                .param(id)
                .query(String.class)
                .single());
    }

    private void write(UUID id, State to, String fact) {
        jdbc.sql("update organization.school_years set state = ?, version = version + 1 where id = ?")
                .params(to.name(), id)
                .update();
        desk.record(fact, require(id).organizationId(), "school-year", id);
    }

    private SchoolYear require(UUID id) {
        return years.find(id).orElseThrow(() -> new IllegalArgumentException("no school year " + id));
    }
}
