package school.chancery.workflow.engine;

import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import school.chancery.audit.Acting;
import school.chancery.organization.Organizations;
import school.chancery.workflow.Cases;
import school.chancery.workflow.NewCase;
import school.chancery.workflow.StartRefusedException;
import school.chancery.workflow.StartableProcess;
import school.chancery.workflow.domain.CaseRegister;
import school.chancery.workflow.domain.RunningCases;

@Component
class EngineCases implements Cases {
    private final CaseRegister cases;
    private final RunningCases running;
    private final Organizations organizations;
    private final RuntimeService runtime;
    private final EngineActor actor;
    private final OneCommand command;
    private final EntityManager entities;
    private final List<StartableProcess> startable;

    EngineCases(
            CaseRegister cases,
            RunningCases running,
            Organizations organizations,
            RuntimeService runtime,
            EngineActor actor,
            OneCommand command,
            EntityManager entities,
            ObjectProvider<StartableProcess> startable) {
        this.cases = cases;
        this.running = running;
        this.organizations = organizations;
        this.runtime = runtime;
        this.actor = actor;
        this.command = command;
        this.entities = entities;
        this.startable = startable.stream().toList();
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public String start(NewCase newCase) {
        requireRole(newCase.processKey());
        // The first steps run now and read by JDBC what JPA may still hold back.
        entities.flush();
        cases.open(newCase, Acting.current().accountId());
        var variables = CaseStart.variables(newCase, organizations);
        return actor.asActor(() -> command.of(() -> runtime.startProcessInstanceByKey(
                        newCase.processKey(), newCase.businessKey().toString(), variables)
                .getProcessInstanceId()));
    }

    private void requireRole(String processKey) {
        var declared = startable.stream()
                .filter(process -> process.processKey().equals(processKey))
                .toList();
        var groups = actor.groups();
        var permitted = declared.stream()
                .flatMap(process -> process.roles().stream())
                .anyMatch(role -> groups.contains(EngineRights.roleGroup(role)));
        if (Acting.current().accountId() != null && !permitted) throw new StartRefusedException(processKey);
    }

    @Override
    @Transactional
    public Optional<CaseState> find(String processKey, UUID businessKey) {
        return cases.newest(processKey, businessKey)
                .map(found -> new CaseState(found.processInstanceId(), running.isRunning(found.processInstanceId())));
    }
}
