package school.chancery.people;

import java.util.UUID;

/**
 * Who answers for a child.
 *
 * @param legal may sign for the child (законный представитель)
 * @param contact wants to be called and written to
 */
public record GuardianCard(
        UUID pupilId,
        UUID personId,
        PersonName name,
        Kinship kinship,
        boolean legal,
        boolean contact,
        Contacts contacts) {
    public enum Kinship {
        MOTHER,
        FATHER,
        GUARDIAN,
        GRANDMOTHER,
        GRANDFATHER,
        SISTER,
        BROTHER,
        OTHER
    }

    @Override
    public String toString() {
        return "GuardianCard[" + pupilId + ", " + personId + "]";
    }
}
