package school.chancery.organization;

import java.util.UUID;

/**
 * What each organization settles for itself where the documents disagree; falls back to its district, then to ours. The
 * questions are declared as {@link PolicyKey} beans by the modules that ask them.
 */
public interface Policies {
    /**
     * The value in force.
     *
     * @param key dotted, owned by the module that asks, e.g. {@code orders.signature.personnel}
     * @throws IllegalArgumentException for a key nobody declared
     */
    String value(UUID organizationId, String key);

    /**
     * Sets the organization's own value; audited.
     *
     * @throws IllegalArgumentException for an undeclared key or a value the key does not allow
     */
    void set(UUID organizationId, String key, String value);
}
