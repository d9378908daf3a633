package school.chancery.people;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Who leads which class. Only rows of organizations that the actor sees. */
public interface ClassTeachers {
    Optional<StaffMember> of(UUID classId, LocalDate on);

    /** All at once, by class id; classes without a teacher are absent. */
    Map<UUID, StaffMember> all(UUID organizationId, LocalDate on);

    /** Classes the employee leads that day. */
    List<UUID> classes(UUID staffId, LocalDate on);

    /**
     * Puts a whole table in force from a day on, each class one teacher; whoever led one of these classes before stops
     * the day before. In force already by the same order = no change.
     *
     * @param teachers staff id by class id
     * @param orderId the registered order
     */
    void allocate(UUID organizationId, Map<UUID, UUID> teachers, LocalDate from, UUID orderId);
}
