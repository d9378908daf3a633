package school.chancery.organization;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Classes, groups and associations, each in its school year. */
public interface SchoolClasses {
    Optional<SchoolClass> find(UUID id);

    /** By grade and label, then groups and associations by name. */
    List<SchoolClass> ofYear(UUID schoolYearId);

    /** In whatever case it is written: {@code 5а} finds {@code 5А}. */
    Optional<SchoolClass> byLabel(UUID schoolYearId, String label);

    /** Refused when the year has one of that name or the organization keeps no such kind; audited. */
    Outcome open(NewClass added);

    /** Opens all of them in the year or none of them. */
    Outcome open(UUID schoolYearId, List<NewClass> added);

    /** @param name of a group or association; a class keeps its grade and letter */
    Outcome change(UUID id, long version, @Nullable String name, @Nullable String profile, @Nullable Integer capacity);

    /**
     * Takes away a class that nobody was ever put in, with its subgroups and links. One that had pupils is closed from
     * today on and stays in the books; refused while anybody is in it or will be.
     */
    Outcome close(UUID id, long version);
}
