package school.chancery.students.domain;

import org.jspecify.annotations.Nullable;

public enum TransferState {
    /** Nothing has happened yet but the application. */
    REQUESTED,
    /** In the other class, by order. */
    MOVED,
    /** Withdrawn by order; nobody has told yet that the child has arrived. */
    LEFT,
    ARRIVED,
    DROPPED;

    /** By its name; null for anything else. */
    public static @Nullable TransferState named(@Nullable String name) {
        for (var each : values()) if (each.name().equals(name)) return each;
        return null;
    }
}
