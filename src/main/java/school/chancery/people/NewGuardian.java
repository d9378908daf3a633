package school.chancery.people;

import java.util.UUID;

/**
 * Somebody who will answer for a child.
 *
 * @param personId entered already
 * @param legal may sign for the child (законный представитель)
 */
public record NewGuardian(UUID pupilId, UUID personId, GuardianCard.Kinship kinship, boolean legal) {}
