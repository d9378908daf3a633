package school.chancery.students;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import school.chancery.organization.ClassKind;

/** @param pupils more than 0 */
public record ClassSize(
        UUID classId, ClassKind kind, @Nullable Integer grade, String label, int pupils) {}
