package school.chancery.platform.domain;

/** What the platform answered, as a person reads it (F010). */
public enum PlatformReply {
    REGISTERED(ApplicationState.REGISTERED),
    RETURNED(ApplicationState.RETURNED),
    REFUSED(ApplicationState.REFUSED);

    private final ApplicationState state;

    PlatformReply(ApplicationState state) {
        this.state = state;
    }

    ApplicationState state() {
        return state;
    }

    /** Everything but the happy answer is recorded with the platform's words. */
    public boolean needsWords() {
        return this != REGISTERED;
    }
}
