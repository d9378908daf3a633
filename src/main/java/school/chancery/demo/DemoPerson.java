package school.chancery.demo;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import school.chancery.people.PersonName;

/**
 * An invented person, one row wherever they work, learn or bring a child.
 *
 * @param email below a domain reserved for examples, null for small children
 * @param phone in E.164, null for small children
 */
record DemoPerson(
        UUID id,
        PersonName name,
        Sex sex,
        LocalDate bornOn,
        @Nullable String email,
        @Nullable String phone) {}
