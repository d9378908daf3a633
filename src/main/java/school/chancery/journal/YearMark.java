package school.chancery.journal;

import java.util.UUID;

/** The mark of a year in a subject. */
public record YearMark(UUID pupilId, UUID schoolYearId, UUID subjectId, MarkValue value) {}
