package school.chancery.people.process;

import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import school.chancery.people.domain.Duties;
import school.chancery.people.domain.DutyView;
import school.chancery.people.domain.ProposedDuty;
import school.chancery.workflow.Cases;
import school.chancery.workflow.NewCase;
import school.chancery.workflow.ProcessVariable;

/** {@code assign-duty}; business key = duty id. */
@Component
public class AssignDutyProcess {
    public static final String KEY = "assign-duty";

    static final ProcessVariable<UUID> INITIATOR = ProcessVariable.id("initiator");
    static final ProcessVariable<UUID> ORDER_ID = ProcessVariable.id("orderId");

    private final Duties duties;
    private final Cases cases;
    private final PeopleLabels labels;

    AssignDutyProcess(Duties duties, Cases cases, PeopleLabels labels) {
        this.duties = duties;
        this.cases = cases;
        this.labels = labels;
    }

    @Transactional
    public Started start(ProposedDuty proposed) {
        return Started.of(duties.propose(proposed), id -> cases.start(newCase(duties.require(id))));
    }

    private NewCase newCase(DutyView duty) {
        var proposed = duty.proposed();
        return new NewCase(
                KEY,
                duty.id(),
                proposed.organizationId(),
                labels.dated("people.duty.label." + proposed.kind(), proposed.from()),
                List.of(INITIATOR.with(proposed.by())));
    }
}
