package school.chancery.organization;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A class to be opened.
 *
 * @param grade of a class, null of all others
 * @param letter of a class, in either case; null when the grade has only one
 * @param name of a group or association, null of a class
 */
public record NewClass(
        UUID schoolYearId,
        ClassKind kind,
        @Nullable Integer grade,
        @Nullable String letter,
        @Nullable String name,
        @Nullable String profile,
        @Nullable Integer capacity) {}
