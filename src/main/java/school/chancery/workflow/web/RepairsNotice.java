package school.chancery.workflow.web;

import java.time.Clock;
import java.time.format.DateTimeFormatter;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;
import school.chancery.audit.Acting;
import school.chancery.audit.Actor;
import school.chancery.identity.PortalNotice;
import school.chancery.identity.Role;
import school.chancery.identity.SignedIn;
import school.chancery.organization.Organization;
import school.chancery.organization.Organizations;
import school.chancery.workflow.domain.Repairs;

/**
 * Says on every page of the head and the district that emergency access is open. From memory, so that it costs no page
 * a statement: brought up to date when this node opens or closes one, and every ten seconds for what others did.
 */
@Component
class RepairsNotice implements PortalNotice {
    private static final Set<Role> CONCERNED =
            EnumSet.of(Role.DIRECTOR, Role.DISTRICT_HEAD, Role.DISTRICT_SPECIALIST, Role.SYSTEM_ADMINISTRATOR);
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("dd.MM.yyyy HH:mm");

    private final Repairs repairs;
    private final Organizations organizations;
    private final Clock clock;
    private volatile List<Open> open = List.of();

    RepairsNotice(Repairs repairs, Organizations organizations, Clock clock) {
        this.repairs = repairs;
        this.organizations = organizations;
        this.clock = clock;
    }

    private record Open(Repairs.Window window, Organization organization) {
        boolean concerns(UUID organizationId) {
            return organization.id().equals(organizationId) || organizationId.equals(organization.districtOfficeId());
        }
    }

    @Override
    public Optional<Notice> of(SignedIn person) {
        if (open.isEmpty() || person.roles().stream().noneMatch(CONCERNED::contains)) return Optional.empty();
        return open.stream()
                .filter(each -> each.window().isOpen(clock.instant()) && each.concerns(person.organizationId()))
                .findFirst()
                .map(RepairsNotice::notice);
    }

    private static Notice notice(Open open) {
        var until =
                MOMENT.format(open.window().endsAt().atZone(open.organization().zone()));
        return new Notice(
                "workflow.repairs.notice", List.of(open.organization().shortName(), until), "/workflow/repairs");
    }

    @TransactionalEventListener(fallbackExecution = true)
    void changed(Repairs.Changed changed) {
        refresh();
    }

    @Scheduled(fixedDelayString = "PT10S")
    void refresh() {
        open = Acting.as(
                Actor.PRODUCT,
                () -> repairs.open().stream()
                        .map(window -> new Open(window, organizations.require(window.organizationId())))
                        .toList());
    }
}
