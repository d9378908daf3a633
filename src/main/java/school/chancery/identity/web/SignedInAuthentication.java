package school.chancery.identity.web;

import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import school.chancery.identity.Role;

/** A principal with its roles as authorities {@code ROLE_DIRECTOR}, for {@code @PreAuthorize("hasRole('DIRECTOR')")}. */
class SignedInAuthentication extends AbstractAuthenticationToken {
    private static final long serialVersionUID = 1L;
    private final PortalPrincipal principal;

    SignedInAuthentication(PortalPrincipal principal) {
        super(AuthorityUtils.createAuthorityList(
                principal.roles().stream().map(Role::name).map("ROLE_"::concat).toList()));
        this.principal = principal;
        setAuthenticated(true);
    }

    @Override
    public PortalPrincipal getPrincipal() {
        return principal;
    }

    @Override
    public Object getCredentials() {
        return "";
    }
}
