package school.chancery.organization;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** How classes are divided into subgroups. */
public interface Subgroups {
    /** By subject and name. */
    List<Subgroup> of(UUID classId);

    Optional<Subgroup> find(UUID id);

    Outcome add(UUID classId, @Nullable UUID subjectId, String name);

    Outcome rename(UUID id, long version, String name);

    /** Refused once anything refers to it. */
    Outcome remove(UUID id, long version);
}
