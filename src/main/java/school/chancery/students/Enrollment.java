package school.chancery.students;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A pupil in a class, from when until when.
 *
 * @param classId of {@code organization.classes}
 * @param classLabel as the class is called, e.g. {@code 5А}
 * @param sequence which stay it is of the pupil's school year, from 1
 * @param lastOn last day there: of its own, or of the year
 * @param entryOrderId null for what was loaded when the school came into the system
 */
public record Enrollment(
        UUID id,
        UUID organizationId,
        UUID pupilId,
        UUID personId,
        UUID schoolYearId,
        UUID classId,
        String classLabel,
        @Nullable Integer grade,
        int sequence,
        LocalDate fromOn,
        LocalDate lastOn,
        @Nullable UUID entryOrderId) {}
