package school.chancery.people;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** The pupils of an organization, read by others. Only rows of organizations that the actor sees. */
public interface Pupils {
    /** Classes (groups of a kindergarten, associations of a centre) that have pupils on the day, in school order. */
    List<ClassSize> classes(UUID organizationId, LocalDate on);

    /** @param pupils more than 0 */
    record ClassSize(String label, int pupils) {}
}
