package school.chancery.platform.domain;

public enum ReliefState {
    PROPOSED,
    DONE,
    DROPPED
}
