package school.chancery.identity.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import java.util.concurrent.Callable;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;
import school.chancery.audit.Acting;
import school.chancery.audit.Actor;
import school.chancery.identity.SignedIn;
import school.chancery.identity.domain.CurrentRights;
import school.chancery.identity.domain.Rights;
import school.chancery.organization.Organizations;

/**
 * Gives each request the rights of this moment and sets who acts. A role that ended is gone with the next request; an
 * account that is closed or without any role loses its session.
 */
class RightsFilter extends OncePerRequestFilter {
    private final CurrentRights rights;
    private final Organizations organizations;

    RightsFilter(CurrentRights rights, Organizations organizations) {
        this.rights = rights;
        this.organizations = organizations;
    }

    // Static files need nobody, and reading the session for each would cost a look at the database.
    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return request.getRequestURI().startsWith(request.getContextPath() + "/pub/");
    }

    // Error pages carry the same header as the page that failed.
    @Override
    protected boolean shouldNotFilterErrorDispatch() {
        return false;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        if (authentication != null && authentication.getPrincipal() instanceof SignedIn signedIn)
            goOn(signedIn, request, response, chain);
        else chain.doFilter(request, response);
    }

    private void goOn(SignedIn signedIn, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var current = rights.of(signedIn.accountId(), signedIn.organizationId())
                .or(() -> rights.preferred(signedIn.accountId()).map(elsewhere -> noneHere(elsewhere, signedIn)));
        if (current.isEmpty()) {
            end(request);
            chain.doFilter(request, response);
            return;
        }
        hold(current.get(), signedIn);
        as(current.get(), () -> {
            chain.doFilter(request, response);
            return true;
        });
    }

    // Never switched by itself: an act meant for one organization must not land in another.
    private Rights noneHere(Rights elsewhere, SignedIn signedIn) {
        var here = organizations.require(signedIn.organizationId());
        return new Rights(
                elsewhere.accountId(),
                elsewhere.displayName(),
                elsewhere.passwordIssued(),
                here.id(),
                here.code(),
                here.shortName(),
                here.zone(),
                Set.of(),
                Set.of());
    }

    private static void end(HttpServletRequest request) {
        SecurityContextHolder.clearContext();
        var session = request.getSession(false);
        if (session != null) session.invalidate();
    }

    private static void hold(Rights current, SignedIn signedIn) {
        var context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(
                new SignedInAuthentication(PortalPrincipal.of(current, PortalPrincipal.previousSignIn(signedIn))));
        SecurityContextHolder.setContext(context);
    }

    private static void as(Rights current, Callable<Boolean> act) throws ServletException, IOException {
        var actor = Actor.person(current.accountId(), current.organizationId(), current.visible());
        try {
            Acting.as(actor, () -> call(act));
        } catch (Carried carried) {
            if (carried.getCause() instanceof IOException io) throw io;
            throw (ServletException) carried.getCause();
        }
    }

    private static boolean call(Callable<Boolean> act) {
        try {
            return act.call();
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new Carried(e);
        }
    }

    /** Carries a checked exception through {@link Acting#as}. */
    private static final class Carried extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private Carried(Exception cause) {
            super(cause);
        }
    }
}
