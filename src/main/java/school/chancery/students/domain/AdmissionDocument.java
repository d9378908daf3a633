package school.chancery.students.domain;

/** What parents bring with the application (№ 458, п. 26); the words are {@code students.document.<NAME>}. */
public enum AdmissionDocument {
    APPLICATION,
    GUARDIAN_IDENTITY,
    BIRTH_CERTIFICATE,
    RESIDENCE,
    PERSONAL_FILE;

    /** Whether nobody is admitted without it. */
    public boolean isNeeded() {
        return this == APPLICATION || this == GUARDIAN_IDENTITY || this == BIRTH_CERTIFICATE;
    }
}
