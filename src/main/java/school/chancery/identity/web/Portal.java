package school.chancery.identity.web;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import school.chancery.identity.PortalEntry;
import school.chancery.identity.Role;
import school.chancery.identity.SignedIn;

/**
 * Read by the layout as {@code @portal}. A bean rather than model attributes: error pages and exception handlers get no
 * attributes of a controller advice.
 */
@Component("portal")
class Portal {
    private final ObjectProvider<PortalEntry> entries;

    Portal(ObjectProvider<PortalEntry> entries) {
        this.entries = entries;
    }

    public PortalView view() {
        var request = ((ServletRequestAttributes) RequestContextHolder.currentRequestAttributes()).getRequest();
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        if (authentication == null || !(authentication.getPrincipal() instanceof SignedIn signedIn))
            return new PortalView(request, null, List.of());
        var person = new PortalView.Person(
                signedIn.displayName(), signedIn.organizationId(), signedIn.organizationCode(), List.of());
        return new PortalView(request, person, entriesFor(signedIn.roles()));
    }

    private List<PortalEntry> entriesFor(Set<Role> roles) {
        return entries.stream()
                .filter(entry -> entry.concerns(roles))
                .sorted(Comparator.comparingInt(PortalEntry::order).thenComparing(PortalEntry::path))
                .toList();
    }
}
