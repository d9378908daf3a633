package school.chancery.exchange.domain;

/** Where an import stands; which step follows which is held by the database, too. */
public enum ImportState {
    /** The file is there, its columns wait to be confirmed. */
    UPLOADED,
    /** The dry run is on. */
    CHECKING,
    /** The dry run is through: counts and faults. */
    CHECKED,
    APPLYING,
    APPLIED,
    UNDONE,
    /** The product ended during the dry run. */
    INTERRUPTED,
    /** Given up, or replaced by another file. */
    WITHDRAWN;

    public boolean isWorking() {
        return this == CHECKING || this == APPLYING;
    }

    public boolean maySetMapping() {
        return this == UPLOADED || this == CHECKED || this == INTERRUPTED;
    }

    public boolean mayWithdraw() {
        return maySetMapping();
    }
}
