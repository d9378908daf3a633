package school.chancery.platform.domain;

/** One main administrator at a time; additional ones beside them (S1 2.1). */
public enum AppointmentKind {
    MAIN,
    ADDITIONAL
}
