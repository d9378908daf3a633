package school.chancery.students.domain;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The rolls as the table has them. One person's roll is changed by one transaction at a time. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class Rolls {
    private final JdbcClient jdbc;

    Rolls(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Kept from others until the transaction ends, also when there is no row yet to lock; many at once wait for it. */
    Roll hold(UUID organizationId, UUID personId) {
        jdbc.sql("select pg_advisory_xact_lock_shared(hashtextextended('students.rolls:' || ?, 0))::text")
                .param(organizationId)
                .query(String.class)
                .single();
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended('students.roll:' || ?, 0))::text")
                .param(personId)
                .query(String.class)
                .single();
        return new Roll(jdbc.sql("""
                        select * from students.enrollments where person_id = ? and class_kind <> 'ASSOCIATION'
                        order by from_on, sequence
                        """).param(personId).query(Rolls::stay).list());
    }

    /** All rolls of an organization, from any other change, until the transaction ends. */
    void holdAll(UUID organizationId) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended('students.rolls:' || ?, 0))::text")
                .param(organizationId)
                .query(String.class)
                .single();
    }

    /** Whether the order has brought the pupil into a class, or out of one. */
    boolean isDone(UUID pupilId, UUID orderId) {
        return jdbc.sql("""
                        select exists (select from students.enrollments
                            where pupil_id = :pupil and (entry_order_id = :order or exit_order_id = :order))
                        """)
                .param("pupil", pupilId)
                .param("order", orderId)
                .query(Boolean.class)
                .single();
    }

    /** Writes what differs: what never began is removed, stays that end come first, or the table would see two at once. */
    void write(Roll before, Roll after, UUID organizationId, UUID personId, UUID orderId) {
        before.stays().stream()
                .filter(stay -> after.stays().stream().noneMatch(stay::isSameAs))
                .forEach(this::remove);
        after.stays().stream()
                .filter(stay -> !before.stays().contains(stay))
                .sorted((one, other) -> one.fromOn().compareTo(other.fromOn()))
                .forEach(stay -> write(stay, organizationId, personId, orderId));
    }

    /** Circles end with the school, those of a coming year before they begin. */
    void endAssociations(UUID pupilId, LocalDate lastOn, UUID orderId) {
        jdbc.sql("delete from students.enrollments where pupil_id = ? and class_kind = 'ASSOCIATION' and from_on > ?")
                .params(pupilId, lastOn)
                .update();
        jdbc.sql("""
                        update students.enrollments set to_on = :last, exit_order_id = :order, version = version + 1
                        where pupil_id = :pupil and class_kind = 'ASSOCIATION' and from_on <= :last
                          and coalesce(to_on, year_ends_on) > :last
                        """)
                .param("last", lastOn)
                .param("order", orderId)
                .param("pupil", pupilId)
                .update();
    }

    private void write(Stay stay, UUID organizationId, UUID personId, UUID orderId) {
        if (end(stay, orderId) > 0) return;
        jdbc.sql("""
                        insert into students.enrollments (id, organization_id, pupil_id, person_id, school_year_id,
                            year_starts_on, year_ends_on, class_id, class_kind, sequence, from_on, to_on, entry_ground,
                            entry_order_id)
                        select gen_random_uuid(), ?, ?, ?, c.school_year_id, ?, ?, c.id, c.kind, ?, ?, ?, 'ORDER', ?
                        from organization.classes c where c.id = ?
                        """)
                .params(
                        organizationId,
                        stay.pupilId(),
                        personId,
                        stay.year().startsOn(),
                        stay.year().endsOn(),
                        stay.sequence(),
                        stay.fromOn(),
                        stay.toOn(),
                        orderId,
                        stay.classId())
                .update();
    }

    private void remove(Stay stay) {
        jdbc.sql("delete from students.enrollments where pupil_id = ? and school_year_id = ? and sequence = ?")
                .params(stay.pupilId(), stay.year().schoolYearId(), stay.sequence())
                .update();
    }

    private int end(Stay stay, UUID orderId) {
        return jdbc.sql("""
                        update students.enrollments set to_on = ?, exit_order_id = ?, version = version + 1
                        where pupil_id = ? and school_year_id = ? and sequence = ?
                        """)
                .params(stay.toOn(), orderId, stay.pupilId(), stay.year().schoolYearId(), stay.sequence())
                .update();
    }

    private static Stay stay(ResultSet row, int index) throws SQLException {
        return new Stay(
                row.getObject("pupil_id", UUID.class),
                row.getObject("class_id", UUID.class),
                new SchoolDays(
                        row.getObject("school_year_id", UUID.class),
                        row.getObject("year_starts_on", LocalDate.class),
                        row.getObject("year_ends_on", LocalDate.class)),
                row.getInt("sequence"),
                row.getObject("from_on", LocalDate.class),
                row.getObject("to_on", LocalDate.class));
    }
}
