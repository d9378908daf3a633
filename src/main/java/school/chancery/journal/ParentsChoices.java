package school.chancery.journal;

import java.util.Optional;
import java.util.UUID;

/** What parents chose. Only rows of organizations that the actor sees. */
public interface ParentsChoices {
    Optional<ParentsChoice> of(UUID pupilId, UUID schoolYearId);

    /** Whether it could be recorded; changes nothing. */
    ChoiceAnswer check(ParentsChoice choice);

    /** One of a pupil and year: another choice takes its place; audited. */
    ChoiceAnswer record(ParentsChoice choice);

    /** The sentences of a refusal are {@code journal.refused.<NAME>}. */
    enum ChoiceAnswer {
        DONE,
        CONCLUSION_MISSING,
        CONCLUSION_LATER,
        CHOSEN_LATER
    }
}
