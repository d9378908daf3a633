package school.chancery.people;

import java.util.UUID;

/**
 * Somebody who will answer for a child.
 *
 * @param personId entered already
 * @param legal may sign for the child (законный представитель)
 * @param contact wants to be called and written to
 */
public record NewGuardian(UUID pupilId, UUID personId, GuardianCard.Kinship kinship, boolean legal, boolean contact) {
    public NewGuardian(UUID pupilId, UUID personId, GuardianCard.Kinship kinship, boolean legal) {
        this(pupilId, personId, kinship, legal, true);
    }
}
