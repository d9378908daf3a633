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
import school.chancery.identity.PortalNotice;
import school.chancery.identity.Role;
import school.chancery.identity.domain.CurrentRights;

/**
 * Read by the layout as {@code @portal}. A bean rather than model attributes: error pages and exception handlers get no
 * attributes of a controller advice.
 */
@Component("portal")
class Portal {
    private static final String VIEW = Portal.class.getName() + ".view";

    private final ObjectProvider<PortalEntry> entries;
    private final ObjectProvider<PortalNotice> notices;
    private final ObjectProvider<CurrentRights> rights;

    Portal(
            ObjectProvider<PortalEntry> entries,
            ObjectProvider<PortalNotice> notices,
            ObjectProvider<CurrentRights> rights) {
        this.entries = entries;
        this.notices = notices;
        this.rights = rights;
    }

    public PortalView view() {
        var request = ((ServletRequestAttributes) RequestContextHolder.currentRequestAttributes()).getRequest();
        if (request.getAttribute(VIEW) instanceof PortalView made) return made;
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        var view = authentication != null && authentication.getPrincipal() instanceof PortalPrincipal principal
                ? new PortalView(request, person(principal), entriesFor(principal.roles()), noticesFor(principal))
                : new PortalView(request, null, List.of(), List.of());
        request.setAttribute(VIEW, view);
        return view;
    }

    private PortalView.Person person(PortalPrincipal principal) {
        var others = rights.getObject().everywhere(principal.accountId()).stream()
                .filter(there -> !there.organizationId().equals(principal.organizationId()))
                .map(there -> new PortalView.Other(there.organizationId(), there.organizationName()))
                .toList();
        return new PortalView.Person(
                principal.displayName(),
                principal.organizationId(),
                principal.organizationName(),
                principal.zone(),
                principal.roles(),
                principal.previousSignInAt(),
                others);
    }

    private List<PortalNotice.Notice> noticesFor(PortalPrincipal principal) {
        return notices.stream().flatMap(notice -> notice.of(principal).stream()).toList();
    }

    private List<PortalEntry> entriesFor(Set<Role> roles) {
        return entries.stream()
                .filter(entry -> entry.concerns(roles))
                .sorted(Comparator.comparingInt(PortalEntry::order).thenComparing(PortalEntry::path))
                .toList();
    }
}
