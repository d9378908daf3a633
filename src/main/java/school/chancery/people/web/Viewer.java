package school.chancery.people.web;

import java.util.Optional;
import java.util.Set;
import org.springframework.security.core.context.SecurityContextHolder;
import school.chancery.identity.Role;
import school.chancery.identity.SignedIn;

/** Whoever looks at a page that is put together without being told for whom. */
final class Viewer {
    /** Who keeps the cases about employees. */
    static final Set<Role> PERSONNEL = Set.of(Role.DIRECTOR, Role.DEPUTY, Role.SECRETARY, Role.HR);

    private Viewer() {}

    static Optional<SignedIn> present() {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication != null && authentication.getPrincipal() instanceof SignedIn me
                ? Optional.of(me)
                : Optional.empty();
    }

    static boolean isAny(Set<Role> roles) {
        return present().stream().flatMap(me -> me.roles().stream()).anyMatch(roles::contains);
    }
}
