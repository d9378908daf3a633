package school.chancery.people.domain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import school.chancery.people.NewPerson;
import school.chancery.people.PersonName;

/**
 * What is kept of a person as such.
 *
 * @param phone E.164
 * @param version as it was read
 */
public record PersonData(
        UUID id,
        PersonName name,
        @Nullable LocalDate bornOn,
        NewPerson.@Nullable Sex sex,
        @Nullable String email,
        @Nullable String phone,
        long version) {
    /** Names of what is different. */
    List<String> differing(PersonData other) {
        var fields = new ArrayList<String>();
        note(fields, "family", name.family(), other.name.family());
        note(fields, "given", name.given(), other.name.given());
        note(fields, "patronymic", name.patronymic(), other.name.patronymic());
        note(fields, "bornOn", bornOn, other.bornOn);
        note(fields, "sex", sex, other.sex);
        note(fields, "email", email, other.email);
        note(fields, "phone", phone, other.phone);
        return fields;
    }

    private static void note(List<String> fields, String field, @Nullable Object one, @Nullable Object other) {
        if (!Objects.equals(one, other)) fields.add(field);
    }

    @Override
    public String toString() {
        return "PersonData[" + id + "]";
    }
}
