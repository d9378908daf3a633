package school.chancery.journal;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** The debts of pupils. Only rows of organizations that the actor sees. */
public interface Debts {
    /** Of all years, the oldest first. */
    List<Debt> of(UUID pupilId);

    /**
     * A debt for each mark of the year that is not passed, of these pupils; one there already stays as it is. One
     * statement; audited.
     *
     * @param closingId what raises them, and may take them back
     * @return ids of those made
     */
    List<UUID> raise(
            UUID closingId, UUID organizationId, UUID schoolYearId, Collection<UUID> pupils, LocalDate arisenOn);

    /**
     * Takes back what the closing raised; audited. Nothing when an attempt was scheduled for one of them: that is a fact
     * of the following year.
     *
     * @return how many were taken back, or -1
     */
    int takeBack(UUID closingId, UUID organizationId);

    /**
     * Ends the term of each open debt of the pupil whose last day is past; audited.
     *
     * @return how many ended
     */
    int endTerms(UUID pupilId, LocalDate today);

    /** The parents have chosen: what could not be made good in time is settled; audited. Settled already = no change. */
    void settle(UUID pupilId, LocalDate on);

    /** The pupil has left and takes the debts along; audited. */
    void leave(UUID pupilId, LocalDate on);
}
