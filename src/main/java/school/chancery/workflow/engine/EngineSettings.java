package school.chancery.workflow.engine;

import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.camunda.bpm.engine.spring.SpringProcessEngineConfiguration;
import org.camunda.bpm.spring.boot.starter.configuration.impl.AbstractCamundaConfiguration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import school.chancery.organization.Organizations;
import school.chancery.workflow.domain.IncidentRegister;
import school.chancery.workflow.domain.JobAttempts;

/** Adapter: hangs the house's walls into the engine before it is built. Plain settings stand in application.yml. */
@Component
@Order(Ordered.LOWEST_PRECEDENCE)
class EngineSettings extends AbstractCamundaConfiguration {
    private final ListedBeans beans;
    private final TaskRules taskRules;
    private final OrganizationTenants tenants;
    private final EngineIdentity.Sessions identity;
    private final IncidentRegister incidents;
    private final Organizations organizations;
    private final JobAttempts attempts;

    EngineSettings(
            ListedBeans beans,
            TaskRules taskRules,
            OrganizationTenants tenants,
            EngineIdentity.Sessions identity,
            IncidentRegister incidents,
            Organizations organizations,
            JobAttempts attempts) {
        this.beans = beans;
        this.taskRules = taskRules;
        this.tenants = tenants;
        this.identity = identity;
        this.incidents = incidents;
        this.organizations = organizations;
        this.attempts = attempts;
    }

    @Override
    public void preInit(SpringProcessEngineConfiguration engine) {
        // Restricting the beans alone is not enough: by now Spring has set a manager of its own.
        engine.setExpressionManager(new ListedExpressions(beans));
        engine.setCustomPostBPMNParseListeners(new ArrayList<>(List.of(new ModelRules(), taskRules)));
        engine.setTenantIdProvider(tenants);
        engine.setResourceAuthorizationProvider(new StandingGrantsOnly());
        engine.setIdentityProviderSessionFactory(identity);
        engine.setCustomSessionFactories(List.of(new StandingAuthorizations.Sessions()));
        engine.setCustomIncidentHandlers(List.of(new IncidentRecorder(incidents, organizations)));
        engine.setCustomPreCommandInterceptorsTxRequired(guards(engine));
        engine.setCustomPreCommandInterceptorsTxRequiresNew(guards(engine));
        engine.setDeserializationTypeValidationEnabled(true);
    }

    // A chain links its members to each other, so each chain needs its own.
    private List<CommandInterceptor> guards(ProcessEngineConfigurationImpl engine) {
        return List.of(new QueryGuard(), new PersonGuard(engine), new JobGuard(engine, attempts));
    }
}
