package school.chancery.workflow.engine;

import java.util.function.Supplier;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Adapter: several commands as one. What they read the engine reads once, what they change it writes once, at the end. */
@Component
class OneCommand {
    private final ObjectProvider<ProcessEngine> engine;

    OneCommand(ObjectProvider<ProcessEngine> engine) {
        this.engine = engine;
    }

    <T> T of(Supplier<T> commands) {
        var configuration = (ProcessEngineConfigurationImpl) engine.getObject().getProcessEngineConfiguration();
        return configuration.getCommandExecutorTxRequired().execute(context -> commands.get());
    }
}
