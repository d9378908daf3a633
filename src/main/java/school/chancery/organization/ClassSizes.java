package school.chancery.organization;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;

/** How many children are in classes; answered by the module that keeps the enrolments, as a bean. */
public interface ClassSizes {
    /**
     * Of all classes of these years on a day, in one query.
     *
     * @return children by class id; a class without any may be missing
     */
    Map<UUID, Integer> on(Collection<UUID> schoolYearIds, LocalDate day);
}
