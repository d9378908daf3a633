package school.chancery.people;

/**
 * Tells that a module above names persons without a key that would hold their rows, so that no loading is taken back
 * under them. A bean of the module that owns the rows.
 */
public interface PersonMention {
    /** A query of one column, the ids of the persons named in the organization {@code :organization}. */
    String personIds();
}
