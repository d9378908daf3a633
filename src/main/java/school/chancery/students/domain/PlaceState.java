package school.chancery.students.domain;

public enum PlaceState {
    REQUESTED,
    ACCEPTED,
    REFUSED,
    /** No answer in time: the district looks for another school. */
    EXPIRED,
    /** The parents took their application back. */
    WITHDRAWN,
    ENROLLED,
    /** Accepted once, but nobody came or the order was rejected. */
    CLOSED;

    public boolean isOver() {
        return this != REQUESTED && this != ACCEPTED;
    }
}
