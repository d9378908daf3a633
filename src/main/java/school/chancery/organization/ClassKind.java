package school.chancery.organization;

/** What children of an organization are put together in. */
public enum ClassKind {
    /** Of a school, with a grade. */
    CLASS,
    /** Of a kindergarten. */
    GROUP,
    /** A circle or section of further education, which a child visits beside their class. */
    ASSOCIATION
}
