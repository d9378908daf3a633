package school.chancery.workflow.web;

import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import school.chancery.mail.Outbox;
import school.chancery.workflow.domain.CaseFacts;
import school.chancery.workflow.domain.CaseTree;
import school.chancery.workflow.domain.DecisionRegister;
import school.chancery.workflow.domain.IncidentRegister;

/** Gathers a case's file: a fixed number of statements, however long its history. */
@Component
class CaseFiles {
    private final CaseTree cases;
    private final DecisionRegister decisions;
    private final IncidentRegister incidents;
    private final CaseFacts facts;
    private final Outbox outbox;

    CaseFiles(CaseTree cases, DecisionRegister decisions, IncidentRegister incidents, CaseFacts facts, Outbox outbox) {
        this.cases = cases;
        this.decisions = decisions;
        this.incidents = incidents;
        this.facts = facts;
        this.outbox = outbox;
    }

    /** Of the case the instance belongs to; empty when there is none that row level security lets through. */
    @Transactional(readOnly = true)
    Optional<CaseFile> find(String instanceId) {
        var tree = cases.around(instanceId);
        if (tree.isEmpty() || !tree.get(0).root()) return Optional.empty();
        var ids = tree.stream().map(CaseTree.Instance::id).toList();
        var keys = tree.stream().map(CaseTree.Instance::businessKey).distinct().toList();
        return Optional.of(new CaseFile(
                tree,
                cases.openTasks(ids),
                decisions.ofInstances(ids),
                cases.steps(ids),
                cases.jobs(ids),
                incidents.openOf(ids),
                facts.missed(keys),
                outbox.waiting(keys)));
    }
}
