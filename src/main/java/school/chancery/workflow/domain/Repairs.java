package school.chancery.workflow.domain;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import school.chancery.audit.Acting;
import school.chancery.audit.Audit;
import school.chancery.audit.AuditEntry;

/**
 * Emergency access of the system administrator: for a bounded time, in one organization, with a reason. Opening it tells
 * the organization's head and its district at once; it ends by itself, or earlier by hand.
 */
@Repository
@Transactional
public class Repairs {
    /** Longest time it may be open. */
    public static final int LONGEST_MINUTES = 60;

    /** How many of the past a page shows. */
    private static final int SHOWN = 50;

    private final JdbcClient jdbc;
    private final Clock clock;
    private final Audit audit;
    private final RepairMails mails;
    private final ApplicationEventPublisher events;

    Repairs(JdbcClient jdbc, Clock clock, Audit audit, RepairMails mails, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.audit = audit;
        this.mails = mails;
        this.events = events;
    }

    /**
     * Opens it for the acting administrator; audited, and mails are owed.
     *
     * @throws org.springframework.dao.DataIntegrityViolationException when it is open there already
     */
    public UUID open(UUID organizationId, Duration length, String reason) {
        var now = clock.instant();
        var window = new Window(
                UUID.randomUUID(),
                organizationId,
                Objects.requireNonNull(Acting.current().accountId()),
                reason,
                now,
                now.plus(length),
                null,
                null);
        jdbc.sql("""
                insert into workflow.repairs (id, organization_id, opened_by, reason, opened_at, ends_at)
                values (:id, :organization, :by, :reason, :now, :ends)""")
                .param("id", window.id())
                .param("organization", organizationId)
                .param("by", window.openedBy())
                .param("reason", reason)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("ends", window.endsAt().atOffset(ZoneOffset.UTC))
                .update();
        record("workflow.repairs-opened", window, "minutes", Long.toString(length.toMinutes()));
        mails.owe(window);
        events.publishEvent(new Changed());
        return window.id();
    }

    /** Ends it before its time; false when it has ended already. Audited. */
    public boolean close(UUID id) {
        var window = find(id);
        var closed = jdbc.sql("""
                        update workflow.repairs set closed_at = :now, closed_by = :by
                        where id = :id and closed_at is null and ends_at > :now""")
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("by", Acting.current().accountId())
                .param("id", id)
                .update();
        if (closed == 0 || window.isEmpty()) return false;
        record(
                "workflow.repairs-closed",
                window.get(),
                "opened",
                window.get().openedAt().toString());
        events.publishEvent(new Changed());
        return true;
    }

    /**
     * The one the acting administrator has opened, held open until the transaction ends; empty when it is not theirs, or
     * has ended.
     */
    public Optional<Window> hold(UUID id) {
        return jdbc.sql("select * from workflow.repairs where id = :id for share")
                .param("id", id)
                .query(Window.class)
                .optional()
                .filter(window -> window.isOpen(clock.instant()))
                .filter(window -> window.openedBy().equals(Acting.current().accountId()));
    }

    /** Notes a repair done in it. */
    public void note(String action, Window window, String thing, String id) {
        record(action, window, thing, id);
    }

    @Transactional(readOnly = true)
    public Optional<Window> find(UUID id) {
        return jdbc.sql("select * from workflow.repairs where id = :id")
                .param("id", id)
                .query(Window.class)
                .optional();
    }

    /** The newest of these organizations. */
    @Transactional(readOnly = true)
    public List<Window> of(Collection<UUID> organizationIds) {
        return jdbc.sql("""
                select * from workflow.repairs where organization_id in (:organizations)
                order by opened_at desc, id limit :shown""")
                .param("organizations", organizationIds)
                .param("shown", SHOWN)
                .query(Window.class)
                .list();
    }

    /** All that are open; in a transaction of its own, for it is also asked for when another has just ended. */
    @Transactional(readOnly = true, propagation = Propagation.REQUIRES_NEW)
    public List<Window> open() {
        return jdbc.sql("select * from workflow.repairs where closed_at is null and ends_at > :now")
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .query(Window.class)
                .list();
    }

    private void record(String action, Window window, String detail, String value) {
        audit.record(AuditEntry.of(action, window.organizationId(), "repairs", window.id())
                .with(detail, value));
    }

    /** One was opened or closed. */
    public record Changed() {}

    /** One time of emergency access. */
    public record Window(
            UUID id,
            UUID organizationId,
            UUID openedBy,
            String reason,
            Instant openedAt,
            Instant endsAt,
            @Nullable Instant closedAt,
            @Nullable UUID closedBy) {
        public boolean isOpen(Instant now) {
            return closedAt == null && now.isBefore(endsAt);
        }

        /** When it ended or will end. */
        public Instant end() {
            return closedAt == null ? endsAt : closedAt;
        }
    }
}
