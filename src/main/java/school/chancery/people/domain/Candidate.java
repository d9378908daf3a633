package school.chancery.people.domain;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import school.chancery.people.NewPerson;
import school.chancery.people.PersonName;

/**
 * Whom somebody wants hired.
 *
 * @param personId of somebody the register knows, or one made for them
 */
public record Candidate(
        UUID personId,
        PersonName name,
        LocalDate bornOn,
        NewPerson.@Nullable Sex sex,
        @Nullable String email,
        @Nullable String phone) {
    NewPerson toPerson() {
        return new NewPerson(personId, name, bornOn, sex, email, phone);
    }

    @Override
    public String toString() {
        return "Candidate[" + personId + "]";
    }
}
