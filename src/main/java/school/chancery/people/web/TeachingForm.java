package school.chancery.people.web;

import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import school.chancery.people.TeachingAssignments.NewAssignment;

/** @param subgroupId nothing = the whole class */
record TeachingForm(
        @NotNull @Nullable UUID staffId,
        @NotNull @Nullable UUID subjectId,
        @Nullable UUID subgroupId,
        @NotNull @Nullable LocalDate from,
        @Nullable LocalDate to) {
    static TeachingForm from(LocalDate day) {
        return new TeachingForm(null, null, null, day, null);
    }

    /** Call on a form without faults only. */
    NewAssignment toAssignment(UUID organizationId, UUID classId) {
        return new NewAssignment(
                UUID.randomUUID(),
                organizationId,
                Objects.requireNonNull(staffId),
                classId,
                Objects.requireNonNull(subjectId),
                subgroupId,
                Objects.requireNonNull(from),
                to);
    }
}
