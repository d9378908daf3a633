package school.chancery.organization;

import java.time.LocalDate;
import java.util.UUID;

/**
 * The classes of a school year have their pupils. Published in the transaction that opened the year's data, last of all;
 * the year itself runs from its first day.
 *
 * @param startsOn first day of the year
 */
public record SchoolYearActivated(UUID organizationId, UUID schoolYearId, UUID previousYearId, LocalDate startsOn) {}
