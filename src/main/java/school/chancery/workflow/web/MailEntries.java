package school.chancery.workflow.web;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import school.chancery.identity.PortalEntry;
import school.chancery.identity.Role;
import school.chancery.mail.MailboxOwner;
import school.chancery.organization.Organization;
import school.chancery.organization.Organizations;

/** What the mail module cannot know itself: roles and organizations. */
@Configuration(proxyBeanMethods = false)
class MailEntries {
    @Bean
    PortalEntry outboxEntry() {
        return new PortalEntry("mail.outbox.title", "/mail/outbox", office(), 700);
    }

    @Bean
    PortalEntry unmatchedEntry() {
        return new PortalEntry(
                "mail.unmatched.title",
                "/mail/unmatched",
                Set.of(Role.SECRETARY, Role.DISTRICT_HEAD, Role.DISTRICT_SPECIALIST),
                710);
    }

    @Bean
    @Profile("demo")
    PortalEntry demoMailboxEntry() {
        return new PortalEntry("mail.demo.title", "/demo/mailbox", Set.of(), 900);
    }

    /** @param code of the organization whose clerks sort the mail that fits no case; empty = nobody's */
    @Bean
    MailboxOwner mailboxOwner(Organizations organizations, @Value("${chancery.mail.owner:}") String code) {
        return () -> code.isEmpty()
                ? Optional.empty()
                : organizations.findByCode(code).map(Organization::id);
    }

    private static Set<Role> office() {
        var roles = EnumSet.noneOf(Role.class);
        for (var role : Role.values()) if (role.isOffice() || role.isDistrict()) roles.add(role);
        return roles;
    }
}
