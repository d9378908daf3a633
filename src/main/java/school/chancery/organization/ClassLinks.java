package school.chancery.organization;

import java.util.List;
import java.util.UUID;

/** Where the pupils of a class go on in the following year; a class may part, classes may come together. */
public interface ClassLinks {
    /** Links out of the classes of the year. */
    List<ClassLink> from(UUID schoolYearId);

    Outcome link(UUID fromClassId, UUID toClassId);

    /** Done also when there was none. */
    Outcome unlink(UUID fromClassId, UUID toClassId);
}
