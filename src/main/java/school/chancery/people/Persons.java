package school.chancery.people;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Persons, one row each for the whole installation. The actor sees those who work, learn or answer for a child in an
 * organization the actor sees.
 */
public interface Persons {
    Optional<PersonCard> find(UUID personId);

    /**
     * Whom this may be already, the likeliest first: ё and е, capitals, the order of the parts and slips of the pen do
     * not matter; two of one name with different days of birth are two people.
     */
    List<Alike> alike(PersonName name, @Nullable LocalDate bornOn);

    /** Enters the person in the caller's transaction; entered already = no change. Whoever enters asks {@link #alike} first. */
    void enter(NewPerson person);

    /** @param same 1 = the same words, less for a likeness */
    record Alike(PersonCard person, double same) {
        public boolean isNamesake() {
            return same >= 1;
        }
    }
}
