package school.chancery.platform.process;

import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import school.chancery.platform.domain.Applications;
import school.chancery.platform.domain.DeliveryTerms;

/** How long the process waits for the platform's reply, as the variables its timers read. */
@Component
class ReplyDates {
    private final Applications applications;
    private final DeliveryTerms terms;

    ReplyDates(Applications applications, DeliveryTerms terms) {
        this.applications = applications;
        this.terms = terms;
    }

    Map<String, String> of(UUID applicationId) {
        var organization = applications.require(applicationId).organizationId();
        return Map.of(
                RegisterOrganizationProcess.REMIND_PLATFORM_AT.name(),
                terms.remindAt(organization).toString(),
                RegisterOrganizationProcess.ESCALATE_AT.name(),
                terms.tellDistrictAt(organization).toString());
    }
}
