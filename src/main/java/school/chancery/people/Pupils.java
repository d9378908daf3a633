package school.chancery.people;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The pupils of an organization. Only rows of organizations that the actor sees. */
public interface Pupils {
    Optional<PupilCard> find(UUID pupilId);

    /** All at once, for lists: ids of nobody the actor sees are absent from the map. */
    Map<UUID, PupilCard> findAll(Collection<UUID> pupilIds);

    /** Those who answer for the child, mother and father first. */
    List<GuardianCard> guardians(UUID pupilId);

    /** In the caller's transaction; who answers for the child already = no change. */
    void addGuardian(NewGuardian guardian);

    /**
     * Admits in the caller's transaction and enters the pupil in the alphabet book; admitted already = no change. The
     * caller has the order.
     *
     * @throws org.springframework.dao.DataIntegrityViolationException when the person is a pupil there already
     */
    void admit(NewPupil pupil);

    /** The pupil has left: last day {@code lastDay}. Left already = no change. */
    void release(UUID pupilId, LocalDate lastDay);

    /**
     * All of these have left, each with the last day of their own; in the caller's transaction, which records the act for
     * them all.
     *
     * @param lastDays one for each pupil
     * @return how many had not left before
     */
    int releaseAll(List<UUID> pupilIds, List<LocalDate> lastDays);

    /** Takes {@link #releaseAll} back for whoever left on that day. */
    int readmitAll(List<UUID> pupilIds, List<LocalDate> lastDays);
}
