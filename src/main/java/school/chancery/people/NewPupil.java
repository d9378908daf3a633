package school.chancery.people;

import java.time.LocalDate;
import java.util.UUID;

/**
 * A pupil to be admitted.
 *
 * @param id made by the caller
 * @param personId entered already
 * @param admittedOn first day
 */
public record NewPupil(UUID id, UUID organizationId, UUID personId, LocalDate admittedOn) {}
