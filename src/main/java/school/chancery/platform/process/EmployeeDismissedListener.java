package school.chancery.platform.process;

import java.util.Optional;
import java.util.UUID;
import org.springframework.context.MessageSource;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import school.chancery.audit.Acting;
import school.chancery.identity.Role;
import school.chancery.identity.Roles;
import school.chancery.organization.DocumentLanguage;
import school.chancery.organization.Organizations;
import school.chancery.people.EmployeeDismissed;
import school.chancery.platform.domain.Reliefs;

/** An administrator who leaves the organization is relieved by an order of its own. */
@Component
class EmployeeDismissedListener {
    private final Reliefs reliefs;
    private final RelieveAdministratorProcess relieving;
    private final Roles roles;
    private final Organizations organizations;
    private final MessageSource messages;

    EmployeeDismissedListener(
            Reliefs reliefs,
            RelieveAdministratorProcess relieving,
            Roles roles,
            Organizations organizations,
            MessageSource messages) {
        this.reliefs = reliefs;
        this.relieving = relieving;
        this.roles = roles;
        this.organizations = organizations;
        this.messages = messages;
    }

    @EventListener
    void on(EmployeeDismissed dismissed) {
        var ground = messages.getMessage("platform.relieve.dismissal", null, DocumentLanguage.RUSSIAN);
        reliefs.proposeForLeaver(dismissed.staffId(), dismissed.on(), ground, initiator(dismissed.organizationId()))
                .forEach(relieving::startFor);
    }

    // Whoever dismissed; when the product did it by itself, the head who will sign.
    private UUID initiator(UUID organizationId) {
        return Optional.ofNullable(Acting.current().accountId())
                .or(() -> roles.holders(organizationId, Role.DIRECTOR, organizations.today(organizationId)).stream()
                        .findFirst())
                .orElseThrow(() -> new IllegalStateException("organization " + organizationId + " has no director"));
    }
}
