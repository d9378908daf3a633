package school.chancery.orders.domain;

/** What an order does to the earlier one it names. */
public enum Relation {
    AMENDS,
    SUPERSEDES,
    REVOKES;

    /** The earlier order has no force any more: that happens to it once. */
    boolean ends() {
        return this != AMENDS;
    }
}
