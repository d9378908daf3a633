package school.chancery.workflow.engine;

import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.impl.cfg.multitenancy.TenantIdProvider;
import org.camunda.bpm.engine.impl.cfg.multitenancy.TenantIdProviderCaseInstanceContext;
import org.camunda.bpm.engine.impl.cfg.multitenancy.TenantIdProviderHistoricDecisionInstanceContext;
import org.camunda.bpm.engine.impl.cfg.multitenancy.TenantIdProviderProcessInstanceContext;
import org.camunda.bpm.engine.impl.context.Context;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import school.chancery.workflow.CaseVariables;

/**
 * Adapter: definitions are shared, each instance belongs to the organization it names. Never to none, since everybody
 * sees what belongs to none; and a person names only an organization of theirs, whatever the request says.
 */
@Component
class OrganizationTenants implements TenantIdProvider {
    @Override
    public String provideTenantIdForProcessInstance(TenantIdProviderProcessInstanceContext start) {
        if (start.getSuperExecution() != null) return start.getSuperExecution().getTenantId();
        var variables = start.getVariables();
        var organization = variables == null ? null : variables.get(CaseVariables.ORGANIZATION.name());
        if (!(organization instanceof String code) || code.isBlank())
            throw new ProcessEngineException("Не указана организация");
        if (!mayName(code)) throw new ProcessEngineException("Нет доступа к организации " + code);
        return code;
    }

    private static boolean mayName(String code) {
        var caller = Context.getCommandContext().getAuthentication();
        if (caller == null || caller.getUserId() == null) return true;
        return caller.getTenantIds() != null && caller.getTenantIds().contains(code);
    }

    @Override
    public @Nullable String provideTenantIdForCaseInstance(TenantIdProviderCaseInstanceContext context) {
        return null;
    }

    @Override
    public @Nullable String provideTenantIdForHistoricDecisionInstance(
            TenantIdProviderHistoricDecisionInstanceContext context) {
        return context.getExecution() == null ? null : context.getExecution().getTenantId();
    }
}
