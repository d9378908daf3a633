package school.chancery.students.domain;

public enum AdmissionState {
    REQUESTED,
    /** The documents are there. */
    ACCEPTED,
    /** A class is chosen; the order is on its way. */
    PLACED,
    ENROLLED,
    DROPPED
}
