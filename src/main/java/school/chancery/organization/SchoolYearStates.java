package school.chancery.organization;

import java.util.UUID;

/**
 * How far a school year has come. Moved by the module that closes years, in its transaction; moved already = no change.
 * Each move is audited.
 */
public interface SchoolYearStates {
    /**
     * From now on the year keeps its dates.
     *
     * @throws IllegalStateException when it is closed
     */
    void beginClosing(UUID schoolYearId);

    /** @throws IllegalStateException when nobody began to close it */
    void close(UUID schoolYearId);

    /** As if the closing had never been. */
    void reopen(UUID schoolYearId);

    /** The next year's data are there: publishes {@link SchoolYearActivated}, once. */
    void activate(UUID schoolYearId, UUID previousYearId);

    /** The next year's data are taken back. */
    void deactivate(UUID schoolYearId);

    boolean isActive(UUID schoolYearId);
}
