package school.chancery.workflow.engine;

import java.util.Date;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.springframework.stereotype.Component;
import school.chancery.organization.Organizations;
import school.chancery.workflow.CaseVariables;
import school.chancery.workflow.domain.TermBook;

/** Gives each new task its due date. */
@Component
class TermListener {
    private final TermBook terms;
    private final Organizations organizations;

    TermListener(TermBook terms, Organizations organizations) {
        this.terms = terms;
        this.organizations = organizations;
    }

    void set(String processKey, DelegateTask task) {
        var organization = organizations.requireByCode(task.getTenantId());
        var latest = CaseVariables.DUE_ON.find(task);
        terms.set(
                        task.getId(),
                        processKey,
                        task.getTaskDefinitionKey(),
                        task.getProcessInstanceId(),
                        organization,
                        latest)
                .ifPresent(due -> task.setDueDate(Date.from(due)));
    }
}
