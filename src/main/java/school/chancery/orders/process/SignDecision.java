package school.chancery.orders.process;

/** What the head decides about a frozen order. */
public enum SignDecision {
    SIGN,
    RETURN,
    REJECT
}
