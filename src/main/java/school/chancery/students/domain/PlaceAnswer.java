package school.chancery.students.domain;

/** What the school that is left knows of its request for a place. */
public enum PlaceAnswer {
    ACCEPTED,
    REFUSED,
    NONE_YET,
    /** Nothing in time: it is asked no more. */
    NONE
}
