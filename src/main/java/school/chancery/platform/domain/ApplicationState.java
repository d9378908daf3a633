package school.chancery.platform.domain;

/** The way of an application; the platform publishes no list of its own. */
public enum ApplicationState {
    DRAFT,
    /** Waits for the head's approval. */
    SUBMITTED,
    APPROVED,
    /** In the outbox. */
    SENDING,
    /** The mail server refused for good. */
    UNDELIVERED,
    /** Waits for the platform's reply. */
    SENT,
    RETURNED,
    REFUSED,
    REGISTERED,
    /** The administrator has signed up by the phone of the application. */
    ACTIVATED,
    /** The organization's profile is filled in. */
    FILLED,
    /** The structure is built: done. */
    BUILT;

    public boolean isRunning() {
        return this != REFUSED && this != BUILT;
    }

    /** Registered by the platform's word, however much is still to do. */
    public boolean isRegistered() {
        return this == REGISTERED || this == ACTIVATED || this == FILLED || this == BUILT;
    }
}
