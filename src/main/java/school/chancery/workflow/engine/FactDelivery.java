package school.chancery.workflow.engine;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.camunda.bpm.engine.RuntimeService;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.scheduling.TaskScheduler;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;
import org.springframework.transaction.support.TransactionTemplate;
import school.chancery.audit.Acting;
import school.chancery.audit.Actor;
import school.chancery.organization.Organizations;
import school.chancery.workflow.AwaitedFacts;
import school.chancery.workflow.NewCase;
import school.chancery.workflow.domain.CaseRegister;
import school.chancery.workflow.domain.IncidentCause;
import school.chancery.workflow.domain.IncidentRegister;
import school.chancery.workflow.domain.RunningCases;
import school.chancery.workflow.domain.StoredFacts;
import school.chancery.workflow.domain.StoredFacts.Fact;
import school.chancery.workflow.domain.StoredFacts.State;

/**
 * Brings stored facts to the cases they are for. One fact is one transaction: it is settled together with what it
 * caused, or it comes again. One that comes too early waits, one that comes when the case has ended or gone on
 * without it is laid aside.
 */
@Component
public class FactDelivery {
    private static final Logger LOG = LoggerFactory.getLogger(FactDelivery.class);

    private final StoredFacts facts;
    private final CaseRegister cases;
    private final RunningCases running;
    private final IncidentRegister incidents;
    private final Organizations organizations;
    private final RuntimeService runtime;
    private final EngineActor actor;
    private final TransactionTemplate transactions;
    private final ObjectProvider<AwaitedFacts> awaited;
    private final ObjectProvider<TaskScheduler> scheduler;

    FactDelivery(
            StoredFacts facts,
            CaseRegister cases,
            RunningCases running,
            IncidentRegister incidents,
            Organizations organizations,
            RuntimeService runtime,
            EngineActor actor,
            TransactionTemplate transactions,
            ObjectProvider<AwaitedFacts> awaited,
            ObjectProvider<TaskScheduler> scheduler) {
        this.facts = facts;
        this.cases = cases;
        this.running = running;
        this.incidents = incidents;
        this.organizations = organizations;
        this.runtime = runtime;
        this.actor = actor;
        this.transactions = transactions;
        this.awaited = awaited;
        this.scheduler = scheduler;
    }

    /** Soon, on another thread: what it causes is nothing the teller waits for. Where nothing is scheduled, not at all. */
    @TransactionalEventListener(fallbackExecution = true)
    void soon(StoredFacts.Told told) {
        scheduler.ifAvailable(
                each -> each.schedule(this::deliverDue, each.getClock().instant()));
    }

    /** Delivers all that are due; several at once on several nodes are no harm. */
    @Scheduled(fixedDelayString = "${chancery.facts.interval:PT15S}")
    public void deliverDue() {
        Acting.as(
                Actor.PRODUCT,
                () -> actor.asProduct(() -> {
                    while (deliverNext()) {
                        continue;
                    }
                }));
    }

    private boolean deliverNext() {
        var taken = new AtomicReference<Fact>();
        try {
            return Boolean.TRUE.equals(transactions.execute(status -> facts.takeDue()
                    .map(fact -> {
                        taken.set(fact);
                        deliver(fact);
                        return true;
                    })
                    .orElse(false)));
        } catch (RuntimeException failure) {
            var fact = taken.get();
            if (fact == null) throw failure;
            LOG.warn(
                    "Fact {} was not delivered: {}",
                    fact.id(),
                    failure.getClass().getName());
            transactions.executeWithoutResult(
                    status -> postpone(fact, failure.getClass().getName()));
            return true;
        }
    }

    private void deliver(Fact fact) {
        if (fact.isStart()) {
            start(fact);
            facts.settle(fact, State.DELIVERED);
        } else if (correlate(fact)) {
            facts.settle(fact, State.DELIVERED);
        } else if (running.hasEnded(fact.businessKey()) || isAwaitedNoMore(fact)) {
            facts.settle(fact, State.TOO_LATE);
        } else {
            postpone(fact, "NotYetExpected");
        }
    }

    private boolean isAwaitedNoMore(Fact fact) {
        return awaited.stream()
                .filter(each -> each.messages().contains(fact.message()))
                .anyMatch(each -> !each.isAwaited(fact.message(), fact.businessKey(), fact.factId()));
    }

    @SuppressWarnings("NullAway")
    private void start(Fact fact) {
        if (cases.newest(fact.processKey(), fact.businessKey()).isPresent()) return;
        var newCase =
                new NewCase(fact.processKey(), fact.businessKey(), fact.organizationId(), fact.label(), List.of());
        cases.open(newCase, null);
        var variables = CaseStart.variables(newCase, organizations);
        variables.putAll(fact.variables());
        runtime.createMessageCorrelation(fact.message())
                .processInstanceBusinessKey(fact.businessKey().toString())
                .setVariables(variables)
                .correlateStartMessage();
    }

    private boolean correlate(Fact fact) {
        var tenant = organizations.require(fact.organizationId()).code();
        var reached = runtime.createMessageCorrelation(fact.message())
                .processInstanceBusinessKey(fact.businessKey().toString())
                .tenantId(tenant)
                .setVariables(fact.variables())
                .correlateAllWithResult();
        return !reached.isEmpty();
    }

    private void postpone(Fact fact, String problem) {
        if (!facts.postpone(fact, problem)) return;
        var instance = running.newestOf(fact.businessKey());
        incidents.note(new IncidentRegister.Incident(
                UUID.randomUUID(),
                fact.organizationId(),
                IncidentRegister.Kind.FACT.name(),
                instance.map(CaseRegister.Case::processKey).orElse(""),
                instance.map(CaseRegister.Case::processInstanceId).orElse(null),
                null,
                fact.businessKey(),
                null,
                fact.id(),
                IncidentCause.NOT_RECEIVED.name()));
    }
}
