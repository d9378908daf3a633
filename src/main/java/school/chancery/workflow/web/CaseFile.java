package school.chancery.workflow.web;

import java.util.List;
import school.chancery.mail.WaitingMail;
import school.chancery.workflow.domain.CaseFacts.Missed;
import school.chancery.workflow.domain.CaseTree;
import school.chancery.workflow.domain.DecisionRegister.Decision;
import school.chancery.workflow.domain.IncidentRegister.Incident;

/**
 * All that is on record about a case and what it has called, before it is decided who may see what of it.
 *
 * @param tree the root first
 * @param missed messages for the case that could not be brought to it
 * @param letters mail about it that has not gone out
 */
record CaseFile(
        List<CaseTree.Instance> tree,
        List<CaseTree.Task> tasks,
        List<Decision> decisions,
        List<CaseTree.Step> steps,
        List<CaseTree.Job> jobs,
        List<Incident> incidents,
        List<Missed> missed,
        List<WaitingMail> letters) {

    CaseTree.Instance root() {
        return tree.get(0);
    }

    boolean hasCalledOthers() {
        return tree.size() > 1;
    }

    CaseTree.Instance instance(String id) {
        return tree.stream().filter(each -> each.id().equals(id)).findFirst().orElseThrow();
    }

    List<CaseTree.Step> openSteps() {
        return steps.stream().filter(step -> step.endedAt() == null).toList();
    }
}
