package school.chancery.yearclosing.process;

/** What is to become of a closing whose checks found something. */
public enum FindingsDecision {
    RECHECK,
    ABANDON
}
