package school.chancery.platform.web;

import java.util.Objects;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import school.chancery.orders.Orders;
import school.chancery.organization.Organizations;
import school.chancery.platform.domain.ApplicationDecisions;
import school.chancery.platform.domain.ApplicationVersions;
import school.chancery.platform.domain.ApplicationView;
import school.chancery.platform.domain.Appointments;
import school.chancery.platform.domain.Platforms;
import school.chancery.platform.domain.Sendings;

@Component
class ApplicationCards {
    private final ApplicationVersions versions;
    private final ApplicationDecisions decisions;
    private final Sendings sendings;
    private final Appointments appointments;
    private final Platforms platforms;
    private final Organizations organizations;
    private final Orders orders;

    ApplicationCards(
            ApplicationVersions versions,
            ApplicationDecisions decisions,
            Sendings sendings,
            Appointments appointments,
            Platforms platforms,
            Organizations organizations,
            Orders orders) {
        this.versions = versions;
        this.decisions = decisions;
        this.sendings = sendings;
        this.appointments = appointments;
        this.platforms = platforms;
        this.organizations = organizations;
        this.orders = orders;
    }

    @Transactional(readOnly = true)
    public ApplicationCard of(ApplicationView application) {
        var zone = organizations.require(application.organizationId()).zone();
        var order = appointments.require(application.appointmentId()).orderId();
        return new ApplicationCard(
                application.id(),
                application.reference(),
                platforms.require(application.platformId()).name(),
                application.state(),
                application.openedAt().atZone(zone),
                application.sendTo(),
                orders.reference(Objects.requireNonNull(order)),
                versions.latest(application.id()).orElse(null),
                decisions.of(application.id()),
                sendings.of(application.id()).stream()
                        .map(each ->
                                new ApplicationCard.Letter(each, each.owedAt().atZone(zone)))
                        .toList(),
                sendings.replies(application.id()).stream()
                        .map(each -> new ApplicationCard.Reply(
                                each, each.receivedAt().atZone(zone)))
                        .toList());
    }
}
