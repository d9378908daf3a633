package school.chancery.students.domain;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import school.chancery.audit.Acting;
import school.chancery.audit.Audit;
import school.chancery.audit.AuditEntry;
import school.chancery.orders.OrderSummary;
import school.chancery.orders.Orders;
import school.chancery.organization.Organizations;
import school.chancery.organization.SchoolClass;
import school.chancery.people.PupilCard;
import school.chancery.students.MovementGround;
import school.chancery.students.StudentMoved;

/** Writes the movement book: a line per movement, numbered by school year without gaps, never changed. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class MovementLines {
    private final JdbcClient jdbc;
    private final Orders orders;
    private final Organizations organizations;
    private final ApplicationEventPublisher events;
    private final Audit audit;
    private final Clock clock;

    MovementLines(
            JdbcClient jdbc,
            Orders orders,
            Organizations organizations,
            ApplicationEventPublisher events,
            Audit audit,
            Clock clock) {
        this.jdbc = jdbc;
        this.orders = orders;
        this.organizations = organizations;
        this.events = events;
        this.audit = audit;
        this.clock = clock;
    }

    /** Whether the order has moved the pupil already. */
    boolean has(UUID orderId, UUID pupilId) {
        return jdbc.sql("select exists (select from students.movements"
                        + " where order_id = ? and pupil_id = ? and kind <> 'CORRECTION')")
                .params(orderId, pupilId)
                .query(Boolean.class)
                .single();
    }

    /**
     * @param on first day of the new state
     * @param told what kind of movement it is; null when it follows from where the pupil came from and went to
     */
    void add(
            PupilCard pupil,
            @Nullable SchoolClass from,
            @Nullable SchoolClass to,
            LocalDate on,
            MovementGround ground,
            @Nullable MovementKind told) {
        var id = UUID.randomUUID();
        var school = organizations.require(pupil.organizationId()).shortName();
        var kind = told != null ? told : MovementKind.of(to != null, from != null, ground.otherOrganization());
        var year = Objects.requireNonNull(to == null ? from : to).schoolYearId();
        var order = registered(ground.orderId());
        jdbc.sql("""
                        insert into students.movements (id, organization_id, school_year_id, number, kind, pupil_id,
                            pupil_name, from_class_id, from_organization, from_class, to_class_id, to_organization,
                            to_class, reason, order_id, order_number, ordered_on, moved_on, recorded_at, recorded_by)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        id,
                        pupil.organizationId(),
                        year,
                        next(pupil.organizationId(), year),
                        kind.name(),
                        pupil.id(),
                        pupil.name().full(),
                        from == null ? null : from.id(),
                        from == null ? ground.otherOrganization() : school,
                        from == null ? null : from.label(),
                        to == null ? null : to.id(),
                        to == null ? ground.otherOrganization() : school,
                        to == null ? null : to.label(),
                        ground.reason(),
                        order.id(),
                        order.number(),
                        order.registeredOn(),
                        on,
                        clock.instant().atOffset(ZoneOffset.UTC),
                        Acting.current().accountId())
                .update();
        audit.record(AuditEntry.of("students.student-moved", pupil.organizationId(), "pupil", pupil.id())
                .with("movement", id.toString())
                .with("kind", kind.name())
                .with("order", order.id().toString()));
        // Whose programme changes stays where they are: nobody who keeps lists of classes has anything to do.
        if (kind == MovementKind.PROGRAMME_CHANGE) return;
        events.publishEvent(new StudentMoved(
                id,
                pupil.organizationId(),
                pupil.id(),
                pupil.personId(),
                from == null ? null : from.id(),
                to == null ? null : to.id(),
                on,
                order.id()));
    }

    /** What was written wrongly stands in the line that is corrected; who and by which order is the same. */
    void correct(UUID organizationId, UUID wrongId, String text) {
        var id = UUID.randomUUID();
        jdbc.sql("""
                        insert into students.movements (id, organization_id, school_year_id, number, kind, pupil_id,
                            pupil_name, from_class_id, from_organization, from_class, to_class_id, to_organization,
                            to_class, reason, order_id, order_number, ordered_on, moved_on, recorded_at, recorded_by,
                            corrects_id)
                        select ?, organization_id, school_year_id, ?, 'CORRECTION', pupil_id, pupil_name, from_class_id,
                            from_organization, from_class, to_class_id, to_organization, to_class, ?, order_id,
                            order_number, ordered_on, moved_on, ?, ?, id
                        from students.movements where id = ?
                        """)
                .params(
                        id,
                        next(organizationId, yearOf(wrongId)),
                        text,
                        clock.instant().atOffset(ZoneOffset.UTC),
                        Acting.current().accountId(),
                        wrongId)
                .update();
        audit.record(AuditEntry.of("students.movement-corrected", organizationId, "movement", wrongId)
                .with("correction", id.toString()));
    }

    private UUID yearOf(UUID movementId) {
        return jdbc.sql("select school_year_id from students.movements where id = ?")
                .param(movementId)
                .query(UUID.class)
                .single();
    }

    // The counter's row is locked until the commit: the next line waits and no number is lost.
    private int next(UUID organizationId, UUID schoolYearId) {
        return jdbc.sql("""
                        insert into students.movement_counters as c (organization_id, school_year_id, last_number)
                        values (?, ?, 1)
                        on conflict (organization_id, school_year_id) do update set last_number = c.last_number + 1
                        returning last_number
                        """)
                .params(organizationId, schoolYearId)
                .query(Integer.class)
                .single();
    }

    private OrderSummary registered(UUID orderId) {
        return orders.find(orderId)
                .filter(OrderSummary::isRegistered)
                .orElseThrow(() -> new IllegalStateException("order " + orderId + " is not registered"));
    }
}
