package school.chancery.identity.domain;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;
import school.chancery.audit.Acting;
import school.chancery.audit.Actor;
import school.chancery.identity.Role;
import school.chancery.identity.RoleEnded;

/** Tells once, when a role's last day has passed: at once for one ended in the past, otherwise by the clock. */
@Component
public class RoleEndings {
    private static final Logger LOG = LoggerFactory.getLogger(RoleEndings.class);

    // Only when nothing else keeps the role: the tasks of somebody appointed anew stay with them.
    private static final String MARK = """
            update identity.role_assignments r set end_announced_at = :now
            from organization.organizations o
            where o.id = r.organization_id and r.end_announced_at is null and r.id = any (:ids)
                and r.valid_to < (cast(:now as timestamptz) at time zone o.zone)::date
            returning r.account_id, r.organization_id, r.role,
                exists (select from identity.role_assignments k
                    where k.account_id = r.account_id and k.organization_id = r.organization_id and k.role = r.role
                        and (cast(:now as timestamptz) at time zone o.zone)::date
                            between k.valid_from and coalesce(k.valid_to, 'infinity')) as kept
            """;

    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;
    private final Clock clock;

    RoleEndings(JdbcClient jdbc, ApplicationEventPublisher events, TransactionTemplate transaction, Clock clock) {
        this.jdbc = jdbc;
        this.events = events;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Transactional
    public void announce(Collection<UUID> assignments) {
        jdbc
                .sql(MARK)
                .param("now", OffsetDateTime.now(clock))
                .param("ids", assignments.toArray(UUID[]::new))
                .query((row, number) -> new Ended(
                        new RoleEnded(
                                row.getObject("account_id", UUID.class),
                                row.getObject("organization_id", UUID.class),
                                Role.valueOf(row.getString("role"))),
                        row.getBoolean("kept")))
                .list()
                .stream()
                .filter(ended -> !ended.kept())
                .map(Ended::event)
                .forEach(events::publishEvent);
    }

    /** One transaction each: a listener that fails for one role must not keep the others. */
    @Scheduled(fixedDelayString = "PT1M", initialDelayString = "PT20S")
    public void announceDue() {
        Acting.as(Actor.PRODUCT, () -> {
            for (var id : due()) announceAlone(id);
        });
    }

    private void announceAlone(UUID id) {
        try {
            transaction.executeWithoutResult(status -> announce(List.of(id)));
        } catch (RuntimeException e) {
            LOG.error("The end of role assignment {} could not be told, tried again in a minute", id, e);
        }
    }

    // A day's margin for the zones: announce() looks at each organization's own date.
    private List<UUID> due() {
        return transaction.execute(status -> jdbc.sql(
                        "select id from identity.role_assignments where end_announced_at is null and valid_to <= ?")
                .param(OffsetDateTime.now(clock).toLocalDate())
                .query(UUID.class)
                .list());
    }

    private record Ended(RoleEnded event, boolean kept) {}
}
