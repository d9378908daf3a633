package school.chancery.yearclosing.process;

/** What each of the two persons says to the plan. */
public enum PlanDecision {
    CONFIRM,
    RETURN
}
