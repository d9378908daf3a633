package school.chancery.platform.domain;

/** Fields of an application: the profile of the organization and the contact data of its administrator (F041). */
public enum ApplicationField {
    FULL_NAME("fullName"),
    SHORT_NAME("shortName"),
    INN("inn"),
    OGRN("ogrn"),
    ADDRESS("address"),
    HEAD("head"),
    EMAIL("email"),
    PHONE("phone"),
    SITE("site"),
    CONTACT_NAME("contactName"),
    CONTACT_EMAIL("contactEmail"),
    CONTACT_PHONE("contactPhone");

    private final String property;

    ApplicationField(String property) {
        this.property = property;
    }

    /** Name of the form's field. */
    public String property() {
        return property;
    }
}
