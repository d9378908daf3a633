package school.chancery.orders.domain;

/** Who reads a document of the school. */
public enum Audience {
    /** Whoever has a role of the office. */
    OFFICE,
    /** Everybody who works there. */
    STAFF
}
