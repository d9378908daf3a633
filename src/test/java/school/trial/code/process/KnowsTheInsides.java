package school.trial.code.process;

import org.camunda.bpm.engine.impl.context.Context;

class KnowsTheInsides {
    Object command() {
        return Context.getCommandContext();
    }
}
