package school.chancery.identity.web;

import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.DisabledException;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.stereotype.Component;
import school.chancery.identity.domain.SignIn;

/** Between the sign-in form and {@link SignIn}. */
@Component
class PasswordProvider implements AuthenticationProvider {
    private final SignIn signIn;

    PasswordProvider(SignIn signIn) {
        this.signIn = signIn;
    }

    @Override
    public Authentication authenticate(Authentication typed) {
        var address = typed.getDetails() instanceof WebAuthenticationDetails web ? web.getRemoteAddress() : "";
        var outcome = signIn.enter(typed.getName(), String.valueOf(typed.getCredentials()), address);
        if (outcome instanceof SignIn.Outcome.Admitted admitted)
            return new SignedInAuthentication(PortalPrincipal.of(admitted.rights(), admitted.previousAt()));
        throw refusal(((SignIn.Outcome.Refused) outcome).reason());
    }

    private static AuthenticationException refusal(SignIn.Reason reason) {
        return switch (reason) {
            case WRONG -> new BadCredentialsException(reason.name());
            case THROTTLED -> new LockedException(reason.name());
            case NO_ROLE -> new DisabledException(reason.name());
        };
    }

    /** What the sign-in page is told. */
    static String hint(@Nullable AuthenticationException refusal) {
        if (refusal instanceof LockedException) return "wait";
        return refusal instanceof DisabledException ? "role" : "error";
    }

    @Override
    public boolean supports(Class<?> type) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(type);
    }
}
