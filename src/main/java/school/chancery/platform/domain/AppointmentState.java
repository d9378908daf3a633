package school.chancery.platform.domain;

/** Proposed by somebody, in force by order, over by order; or dropped before there was one. */
public enum AppointmentState {
    PROPOSED,
    ACTIVE,
    ENDED,
    DROPPED
}
