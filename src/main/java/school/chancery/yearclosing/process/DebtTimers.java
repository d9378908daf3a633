package school.chancery.yearclosing.process;

import java.util.UUID;
import org.camunda.bpm.engine.ManagementService;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import school.chancery.yearclosing.domain.debts.DebtCases;

/** The clock of a running case: its timer follows what the case says. */
@Component
class DebtTimers {
    private final DebtCases cases;
    private final DebtLabels labels;
    private final ObjectProvider<ManagementService> management;

    DebtTimers(DebtCases cases, DebtLabels labels, ObjectProvider<ManagementService> management) {
        this.cases = cases;
        this.labels = labels;
        this.management = management;
    }

    String dueAt(UUID caseId) {
        return labels.endOfTerm(cases.require(caseId).organizationId(), cases.dueOn(caseId));
    }

    /** Nothing to move once the attempts are over. */
    void move(String processInstanceId) {
        var service = management.getObject();
        service.createJobQuery()
                .processInstanceId(processInstanceId)
                .activityId(SettleDebtProcess.TERM_OVER)
                .list()
                .forEach(timer -> service.recalculateJobDuedate(timer.getId(), false));
    }
}
