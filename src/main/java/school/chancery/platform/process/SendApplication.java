package school.chancery.platform.process;

import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import school.chancery.platform.domain.ApplicationDelivery;
import school.chancery.platform.domain.Applications;
import school.chancery.platform.domain.DeliveryTerms;

@Component
class SendApplication implements JavaDelegate {
    private final Applications applications;
    private final ApplicationDelivery delivery;
    private final DeliveryTerms terms;

    SendApplication(Applications applications, ApplicationDelivery delivery, DeliveryTerms terms) {
        this.applications = applications;
        this.delivery = delivery;
        this.terms = terms;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var application = UUID.fromString(execution.getProcessBusinessKey());
        delivery.send(application);
        var organization = applications.require(application).organizationId();
        execution.setVariable(
                RegisterOrganizationProcess.REMIND_PLATFORM_AT.name(),
                terms.remindAt(organization).toString());
        execution.setVariable(
                RegisterOrganizationProcess.ESCALATE_AT.name(),
                terms.tellDistrictAt(organization).toString());
    }
}
