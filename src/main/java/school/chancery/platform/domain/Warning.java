package school.chancery.platform.domain;

/** Advice on who should administer the platform that a candidate does not meet; never a block (F005, F141). */
public enum Warning {
    /** S0 1.1: as a rule a deputy or the teacher of informatics. */
    NEITHER_DEPUTY_NOR_INFORMATICS,
    /** S3 1.1: from the pedagogues. */
    NOT_PEDAGOGUE,
    /** S0 1.1: preferably with higher education. */
    NO_HIGHER_EDUCATION,
    /** S0 1.1: preferably with experience of management. */
    NO_MANAGEMENT_EXPERIENCE,
    /** S1 2.1: additional administrators are named from pedagogues who have joined. */
    NOT_JOINED
}
