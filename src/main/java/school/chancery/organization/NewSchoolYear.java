package school.chancery.organization;

import java.time.LocalDate;
import java.util.UUID;

/** @param endsOn the last day, usually the one before the next year begins: 31 August */
public record NewSchoolYear(UUID organizationId, LocalDate startsOn, LocalDate endsOn) {}
