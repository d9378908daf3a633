package school.chancery.organization;

import java.util.UUID;

/** What each organization settles for itself where the documents disagree; falls back to its district, then to ours. */
public interface Policies {
    /**
     * The value in force.
     *
     * @param key dotted, owned by the module that asks, e.g. {@code orders.signature.personnel}
     * @throws IllegalArgumentException for a key nobody declared
     */
    String value(UUID organizationId, String key);

    /** Sets the organization's own value; audited. */
    void set(UUID organizationId, String key, String value);
}
