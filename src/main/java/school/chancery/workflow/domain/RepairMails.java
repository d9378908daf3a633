package school.chancery.workflow.domain;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import school.chancery.identity.Accounts;
import school.chancery.identity.Role;
import school.chancery.identity.Roles;
import school.chancery.mail.Outbox;
import school.chancery.mail.OutgoingMail;
import school.chancery.organization.DocumentLanguage;
import school.chancery.organization.Organization;
import school.chancery.organization.Organizations;
import school.chancery.workflow.domain.Repairs.Window;

/** Tells the head of the organization and its district that emergency access was opened, until when and why. */
@Component
class RepairMails {
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("dd.MM.yyyy HH:mm");

    private final Accounts accounts;
    private final Roles roles;
    private final Organizations organizations;
    private final Outbox outbox;
    private final MessageSource messages;
    private final String address;

    RepairMails(
            Accounts accounts,
            Roles roles,
            Organizations organizations,
            Outbox outbox,
            MessageSource messages,
            @Value("${chancery.address:http://localhost:8080}") String address) {
        this.accounts = accounts;
        this.roles = roles;
        this.organizations = organizations;
        this.outbox = outbox;
        this.messages = messages;
        this.address = address;
    }

    void owe(Window window) {
        var organization = organizations.require(window.organizationId());
        for (var account : accounts.findAll(told(organization)).values()) {
            if (account.email() == null) continue;
            var words = words(window, organization);
            outbox.owe(new OutgoingMail(
                    organization.id(),
                    "workflow.repairs:%s:%s".formatted(window.id(), account.id()),
                    account.email(),
                    messages.getMessage("workflow.mail.repairs.subject", words, DocumentLanguage.RUSSIAN),
                    messages.getMessage("workflow.mail.repairs.text", words, DocumentLanguage.RUSSIAN),
                    "",
                    List.of()));
        }
    }

    private Object[] words(Window window, Organization organization) {
        return new Object[] {
            organization.shortName(),
            at(window.openedAt(), organization.zone()),
            at(window.endsAt(), organization.zone()),
            window.reason(),
            address + "/workflow/repairs"
        };
    }

    private static String at(java.time.Instant moment, ZoneId zone) {
        return MOMENT.format(moment.atZone(zone));
    }

    private Set<UUID> told(Organization organization) {
        var told = new LinkedHashSet<UUID>(holders(organization.id(), Stream.of(Role.DIRECTOR)));
        var office = organization.districtOfficeId() == null ? organization.id() : organization.districtOfficeId();
        told.addAll(holders(office, Stream.of(Role.DISTRICT_HEAD, Role.DISTRICT_SPECIALIST)));
        return told;
    }

    private List<UUID> holders(UUID organizationId, Stream<Role> held) {
        var today = organizations.today(organizationId);
        return held.flatMap(role -> roles.holders(organizationId, role, today).stream())
                .toList();
    }
}
