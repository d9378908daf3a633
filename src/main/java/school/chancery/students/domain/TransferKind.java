package school.chancery.students.domain;

/** Where a transfer goes. */
public enum TransferKind {
    OTHER_CLASS,
    /** A school that keeps its register here. */
    SYSTEM_SCHOOL,
    OUTSIDE_SCHOOL,
    /** The parents name the place they move to; the school there is not known yet. */
    MOVING_AWAY;

    public boolean leavesSchool() {
        return this != OTHER_CLASS;
    }
}
