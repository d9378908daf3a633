package school.chancery.people.process;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import school.chancery.organization.Refusal;
import school.chancery.people.domain.DismissalView;
import school.chancery.people.domain.Dismissals;
import school.chancery.people.domain.ProposedDismissal;
import school.chancery.workflow.Cases;
import school.chancery.workflow.Facts;
import school.chancery.workflow.NewCase;
import school.chancery.workflow.ProcessVariable;

/** {@code dismiss-employee}; business key = dismissal id. */
@Component
public class DismissEmployeeProcess {
    public static final String KEY = "dismiss-employee";

    static final String DISMISSAL_WITHDRAWN = "people.dismissal-withdrawn";
    static final ProcessVariable<UUID> INITIATOR = ProcessVariable.id("initiator");
    static final ProcessVariable<String> EFFECTIVE_AT = ProcessVariable.code("effectiveAt");
    static final ProcessVariable<UUID> ORDER_ID = ProcessVariable.id("orderId");

    private final Dismissals dismissals;
    private final Cases cases;
    private final Facts facts;
    private final PeopleLabels labels;

    DismissEmployeeProcess(Dismissals dismissals, Cases cases, Facts facts, PeopleLabels labels) {
        this.dismissals = dismissals;
        this.cases = cases;
        this.facts = facts;
        this.labels = labels;
    }

    @Transactional
    public Started start(ProposedDismissal proposed) {
        return Started.of(dismissals.propose(proposed), id -> cases.start(newCase(dismissals.require(id))));
    }

    /** The register has it at once, the case is told by a job; why not, or empty. */
    @Transactional
    public Optional<Refusal> withdraw(UUID dismissalId, String ground, UUID by) {
        var refusal = dismissals.withdraw(dismissalId, ground, by);
        if (refusal.isEmpty()) {
            var organization = dismissals.require(dismissalId).organizationId();
            facts.tell(DISMISSAL_WITHDRAWN, organization, dismissalId, dismissalId, List.of());
        }
        return refusal;
    }

    private NewCase newCase(DismissalView dismissal) {
        return new NewCase(
                KEY,
                dismissal.id(),
                dismissal.organizationId(),
                labels.dated("people.dismiss.label", dismissal.lastDay()),
                List.of(
                        INITIATOR.with(dismissal.proposedBy()),
                        EFFECTIVE_AT.with(labels.startOfDay(
                                dismissal.organizationId(), dismissal.lastDay().plusDays(1)))));
    }
}
