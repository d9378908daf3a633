package school.chancery.platform.domain;

import java.time.Instant;
import java.util.UUID;
import org.springframework.stereotype.Service;
import school.chancery.organization.Organizations;
import school.chancery.organization.Policies;
import school.chancery.organization.WorkingDays;

/** How long the platform may keep silent, counted in working days from today by each organization's policy. */
@Service
public class DeliveryTerms {
    static final String REMIND = "platform.remind-platform-after-working-days";
    static final String ESCALATE = "platform.tell-district-after-working-days";

    private final Organizations organizations;
    private final Policies policies;
    private final WorkingDays workingDays;

    DeliveryTerms(Organizations organizations, Policies policies, WorkingDays workingDays) {
        this.organizations = organizations;
        this.policies = policies;
        this.workingDays = workingDays;
    }

    public Instant remindAt(UUID organizationId) {
        return after(organizationId, REMIND);
    }

    public Instant tellDistrictAt(UUID organizationId) {
        return after(organizationId, ESCALATE);
    }

    private Instant after(UUID organizationId, String policy) {
        var days = Integer.parseInt(policies.value(organizationId, policy));
        return workingDays
                .plusWorkingDays(organizationId, organizations.today(organizationId), days)
                .atStartOfDay(organizations.require(organizationId).zone())
                .toInstant();
    }
}
