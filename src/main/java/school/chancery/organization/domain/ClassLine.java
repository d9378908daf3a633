package school.chancery.organization.domain;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import school.chancery.organization.ClassKind;

/**
 * A class in a list.
 *
 * @param goesOn labels of the classes its pupils go on in, null while there are none
 */
public record ClassLine(
        UUID id,
        ClassKind kind,
        @Nullable Integer grade,
        String label,
        @Nullable String profile,
        @Nullable Integer capacity,
        @Nullable Integer referenceSize,
        @Nullable LocalDate closedOn,
        int subgroups,
        @Nullable String goesOn) {}
