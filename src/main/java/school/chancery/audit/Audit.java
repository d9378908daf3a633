package school.chancery.audit;

/** The record of acts. A row commits with the change it tells of, or neither does (152-ФЗ ст. 19). */
public interface Audit {
    /** Writes the entry for {@link Acting#current()} in the caller's transaction; fails when there is none. */
    void record(AuditEntry entry);
}
