package school.chancery.yearclosing.domain;

import java.util.EnumSet;
import java.util.Set;

/** How far a closing has come; the words are {@code yearclosing.state.<NAME>}. */
public enum ClosingState {
    /** Findings are being mended; the roster is frozen anew with each run of the checks. */
    OPENED,
    /** The classes propose their outcomes. */
    CLASSES,
    /** The council's minutes are recorded; the classes of the next year are being made. */
    COUNCIL,
    PLANNED,
    CONFIRMED,
    COUNTERSIGNED,
    APPLIED,
    ACTIVE,
    SEALED,
    UNDONE,
    ABANDONED;

    private static final Set<ClosingState> BEFORE = EnumSet.range(OPENED, COUNTERSIGNED);

    /** Nothing has happened to the pupils yet. */
    public boolean isBeforeApplication() {
        return BEFORE.contains(this);
    }

    /** There is a plan that nobody has carried out. */
    public boolean hasPlan() {
        return this == PLANNED || this == CONFIRMED || this == COUNTERSIGNED;
    }

    public boolean isOver() {
        return this == SEALED || this == UNDONE || this == ABANDONED;
    }
}
