package school.chancery.students.domain;

public enum TransferState {
    /** Nothing has happened yet but the application. */
    REQUESTED,
    /** In the other class, by order. */
    MOVED,
    /** Withdrawn by order; nobody has told yet that the child has arrived. */
    LEFT,
    ARRIVED,
    DROPPED
}
