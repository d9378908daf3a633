package school.chancery.identity.web;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import school.chancery.identity.Role;
import school.chancery.identity.SignedIn;
import school.chancery.identity.domain.Rights;

/**
 * Who is signed in. The session keeps the one of the sign-in or the last switch; what a request sees is made anew from
 * the rights of this moment.
 *
 * @param previousSignInAt null at the first time
 */
record PortalPrincipal(
        UUID accountId,
        String displayName,
        UUID organizationId,
        String organizationCode,
        String organizationName,
        ZoneId zone,
        Set<Role> roles,
        boolean passwordIssued,
        @Nullable Instant previousSignInAt)
        implements SignedIn {
    private static final long serialVersionUID = 1L;

    static PortalPrincipal of(Rights rights, @Nullable Instant previousSignInAt) {
        return new PortalPrincipal(
                rights.accountId(),
                rights.displayName(),
                rights.organizationId(),
                rights.organizationCode(),
                rights.organizationName(),
                rights.zone(),
                rights.roles(),
                rights.passwordIssued(),
                previousSignInAt);
    }

    static @Nullable Instant previousSignIn(SignedIn signedIn) {
        return signedIn instanceof PortalPrincipal principal ? principal.previousSignInAt() : null;
    }
}
