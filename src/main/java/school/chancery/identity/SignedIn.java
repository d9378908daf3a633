package school.chancery.identity;

import java.io.Serializable;
import java.security.Principal;
import java.util.Set;
import java.util.UUID;

/**
 * The principal of a session: an account in one active organization with the roles it has there today. The name is
 * the account id; it is what the engine knows.
 */
public interface SignedIn extends Principal, Serializable {
    UUID accountId();

    String displayName();

    UUID organizationId();

    String organizationCode();

    Set<Role> roles();

    default boolean has(Role role) {
        return roles().contains(role);
    }

    @Override
    default String getName() {
        return accountId().toString();
    }
}
