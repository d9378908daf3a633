package school.chancery.people;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Who teaches what to whom. Only rows of organizations that the actor sees. */
public interface TeachingAssignments {
    List<TeachingAssignment> ofClass(UUID classId, LocalDate on);

    List<TeachingAssignment> ofStaff(UUID staffId, LocalDate on);

    /** Assigned already for that time = no change; the id is the caller's. */
    void assign(NewAssignment assignment);

    /** Last day {@code lastDay}. */
    void end(UUID assignmentId, LocalDate lastDay);

    /** @param subgroupId null = the whole class */
    record TeachingAssignment(
            UUID id,
            UUID staffId,
            UUID classId,
            UUID subjectId,
            @Nullable UUID subgroupId,
            LocalDate from,
            @Nullable LocalDate to) {}

    record NewAssignment(
            UUID id,
            UUID organizationId,
            UUID staffId,
            UUID classId,
            UUID subjectId,
            @Nullable UUID subgroupId,
            LocalDate from,
            @Nullable LocalDate to) {}
}
