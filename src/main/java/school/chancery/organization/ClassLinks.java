package school.chancery.organization;

import java.util.List;
import java.util.UUID;

/** Where the pupils of a class go on in the following year; a class may part, classes may come together. */
public interface ClassLinks {
    /** Links out of the classes of the year. */
    List<ClassLink> from(UUID schoolYearId);

    /** Refused unless the other class is of the same kind, the next grade and the following year; audited. */
    Outcome link(UUID fromClassId, UUID toClassId);

    /** Done also when there was none. */
    Outcome unlink(UUID fromClassId, UUID toClassId);

    /**
     * Links each class of the year that goes nowhere yet with the one of the same letter in the next grade, each group
     * and association with the one of the same name, where the following year has it.
     *
     * @return how many links were made
     */
    int linkAlike(UUID schoolYearId);
}
