package school.chancery.journal;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The marks of the year. Only rows of organizations that the actor sees. */
public interface YearMarks {
    List<YearMark> of(UUID pupilId, UUID schoolYearId);

    /** All at once, of whoever of these has any. */
    List<YearMark> of(Collection<UUID> pupilIds, UUID schoolYearId);

    /**
     * Puts all of them in or none of them; audited. The caller has asked whether the actor may ({@code null} takes a mark
     * away).
     */
    MarksAnswer enter(UUID organizationId, UUID schoolYearId, List<Entry> entries);

    record Entry(UUID pupilId, UUID subjectId, @Nullable MarkValue value) {}
}
