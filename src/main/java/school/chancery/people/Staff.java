package school.chancery.people;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The staff register, read by others. Only rows of organizations that the actor sees. */
public interface Staff {
    Optional<StaffMember> find(UUID staffId);

    Optional<StaffMember> ofPerson(UUID organizationId, UUID personId, LocalDate on);

    /** Employed on the day, by name. */
    List<StaffMember> employed(UUID organizationId, LocalDate on);

    /** Empty when there is no such employee, or none that the actor sees. */
    Optional<Contacts> contacts(UUID staffId);

    /** Codes of the subjects they teach. */
    List<String> subjects(UUID staffId);
}
