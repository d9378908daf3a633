package school.chancery.students;

import java.util.List;
import java.util.UUID;

/**
 * Many pupils moved at once when a school year ends: enrolments end and begin, the movement book gets its lines, whoever
 * leaves is archived. All of it or nothing, in a handful of statements however many pupils they are.
 *
 * <p>The caller opens a set, fills {@code students.roll_plans} with one {@code insert … select} (the id of a new
 * enrolment is the caller's choice) and applies it, all in one transaction.
 */
public interface RollChanges {
    /**
     * Keeps every other change of the organization's enrolments waiting until the caller's transaction ends: what is read
     * from now on stays true.
     */
    void hold(UUID organizationId);

    /** An empty set; the same id again is the same set. */
    void open(NewSet set);

    /**
     * Carries the set out; carried out already = no change.
     *
     * @return how many pupils it moved
     * @throws IllegalStateException when a row does not fit the register, or its order is not registered: nothing is kept
     */
    int apply(UUID setId);

    /** Pupils with whom something else has happened since the set was carried out: it can no longer be taken back. */
    List<UUID> changedSince(UUID setId);

    /**
     * Puts the enrolments and the archive back as they were and writes a reversing line for each line of the movement
     * book. Taken back already = no change.
     *
     * @param orderId registered
     * @throws IllegalStateException when {@link #changedSince} is not empty
     */
    void undo(UUID setId, UUID orderId, String reason);

    /** @param nextYearId the year whose classes the pupils go on in */
    record NewSet(UUID id, UUID organizationId, UUID schoolYearId, UUID nextYearId) {}
}
