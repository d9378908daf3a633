package school.chancery.workflow.engine;

import java.util.function.Supplier;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Adapter: several commands as one, for what our own forms have checked. What the commands read the engine reads once,
 * what they change it writes once, at the end. Its standing grants are not asked again, they are wider than what was
 * checked (any role may work on what is offered to it); tenants and the house's guards are.
 */
@Component
class OneCommand {
    private final ObjectProvider<ProcessEngine> engine;

    OneCommand(ObjectProvider<ProcessEngine> engine) {
        this.engine = engine;
    }

    <T> T of(Supplier<T> commands) {
        var configuration = (ProcessEngineConfigurationImpl) engine.getObject().getProcessEngineConfiguration();
        return configuration
                .getCommandExecutorTxRequired()
                .execute(context -> context.runWithoutAuthorization(commands::get));
    }
}
