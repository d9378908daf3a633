package school.chancery.organization;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A quarter, trimester or half-year of the grades it holds for.
 *
 * @param basis by which order or act the year is divided so
 * @param number from 1 in the order of the year
 */
public record Term(
        UUID id,
        UUID schoolYearId,
        TermScheme scheme,
        int number,
        int gradeFrom,
        int gradeTo,
        Period period,
        @Nullable String basis) {}
