package school.chancery.platform.domain;

import java.util.Set;
import org.springframework.stereotype.Component;
import school.chancery.organization.Policies;
import school.chancery.people.StaffMember;

/** The criteria as the employee's organization reads them: the documents differ, it has settled which it follows. */
@Component
class Advice {
    /** {@code ANY_PEDAGOGUE} or {@code DEPUTY_OR_INFORMATICS}. */
    static final String CHOSEN_FROM = "platform.administrator-chosen-from";

    static final String ANY_PEDAGOGUE = "ANY_PEDAGOGUE";

    private final Criteria criteria;
    private final Policies policies;

    Advice(Criteria criteria, Policies policies) {
        this.criteria = criteria;
        this.policies = policies;
    }

    Set<Warning> on(StaffMember member, AppointmentKind kind, boolean joined) {
        var anyPedagogue = policies.value(member.organizationId(), CHOSEN_FROM).equals(ANY_PEDAGOGUE);
        return criteria.warnings(Candidate.of(member, kind, joined, anyPedagogue));
    }
}
