package school.chancery.organization.domain;

import java.util.UUID;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import school.chancery.audit.Acting;
import school.chancery.audit.Actor;

/** A release that knows another year brings it to the offices that are there already. */
@Component
class NewYears {
    private final JdbcClient jdbc;
    private final CalendarBook calendars;

    NewYears(JdbcClient jdbc, CalendarBook calendars) {
        this.jdbc = jdbc;
        this.calendars = calendars;
    }

    @EventListener(ApplicationReadyEvent.class)
    void bring() {
        Acting.as(Actor.PRODUCT, () -> offices().forEach(calendars::fill));
    }

    private Iterable<UUID> offices() {
        return jdbc.sql("select id from organization.organizations where type = 'DISTRICT_OFFICE'")
                .query(UUID.class)
                .list();
    }
}
