package school.chancery.yearclosing.process;

/** What the deputy says to the outcomes of a class. */
public enum ReviewDecision {
    ACCEPT,
    RETURN
}
