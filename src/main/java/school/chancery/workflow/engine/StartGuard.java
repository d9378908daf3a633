package school.chancery.workflow.engine;

import java.util.List;
import java.util.UUID;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import school.chancery.organization.Organizations;
import school.chancery.workflow.CaseVariables;
import school.chancery.workflow.NewCase;
import school.chancery.workflow.domain.CaseRegister;

/**
 * No instance without a registered case: whoever starts a process past its form (by the engine's HTTP interface) is
 * refused. What a permitted case calls is permitted too, and registered here with its caller's label.
 */
@Component
class StartGuard {
    private final CaseRegister cases;
    private final Organizations organizations;

    StartGuard(CaseRegister cases, Organizations organizations) {
        this.cases = cases;
        this.organizations = organizations;
    }

    void check(String processKey, DelegateExecution instance) {
        var businessKey = businessKey(instance);
        var organization = organizations
                .requireByCode(CaseVariables.ORGANIZATION.from(instance))
                .id();
        if (instance.getSuperExecution() != null) {
            registerCalled(processKey, instance, businessKey, organization);
        } else if (!cases.bind(processKey, businessKey, organization, instance.getProcessInstanceId())) {
            throw new ProcessEngineException("Процесс запускается только через его форму");
        }
    }

    private void registerCalled(String processKey, DelegateExecution instance, UUID businessKey, UUID organization) {
        var label = CaseVariables.CASE_LABEL.from(instance);
        cases.called(
                new NewCase(processKey, businessKey, organization, label, List.of()),
                instance.getProcessInstanceId(),
                instance.getSuperExecution().getProcessInstanceId());
    }

    private static UUID businessKey(DelegateExecution instance) {
        var key = parsed(instance.getProcessBusinessKey());
        if (key == null) throw new ProcessEngineException("Процесс запускается только через его форму");
        return key;
    }

    private static @Nullable UUID parsed(@Nullable String text) {
        try {
            return text == null ? null : UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
