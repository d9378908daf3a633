package school.chancery.people.process;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import school.chancery.identity.Account;
import school.chancery.identity.Accounts;
import school.chancery.identity.IssuedPassword;
import school.chancery.people.domain.HiringView;
import school.chancery.people.domain.Hirings;
import school.chancery.people.domain.ProposedHiring;
import school.chancery.workflow.Cases;
import school.chancery.workflow.NewCase;
import school.chancery.workflow.OpenTask;
import school.chancery.workflow.ProcessVariable;
import school.chancery.workflow.Tasks;

/** {@code hire-employee}; business key = hiring id. */
@Component
public class HireEmployeeProcess {
    public static final String KEY = "hire-employee";
    public static final String HAND_OVER_ACCESS = "UserTask_HandOverAccess";

    static final ProcessVariable<UUID> INITIATOR = ProcessVariable.id("initiator");
    static final ProcessVariable<UUID> ORDER_ID = ProcessVariable.id("orderId");
    static final ProcessVariable<Opened> ACCESS_OPENED = ProcessVariable.choice("accessOpened", Opened.class);

    private final Hirings hirings;
    private final Accounts accounts;
    private final Cases cases;
    private final Tasks tasks;
    private final PeopleLabels labels;

    HireEmployeeProcess(Hirings hirings, Accounts accounts, Cases cases, Tasks tasks, PeopleLabels labels) {
        this.hirings = hirings;
        this.accounts = accounts;
        this.cases = cases;
        this.tasks = tasks;
        this.labels = labels;
    }

    enum Opened {
        YES,
        NO
    }

    @Transactional
    public Started start(ProposedHiring proposed) {
        return Started.of(hirings.propose(proposed), id -> cases.start(newCase(hirings.require(id))));
    }

    /**
     * A password for the sheet that is handed over; the task stays open until it is in the employee's hands. Empty when
     * they have chosen one of their own: who holds the task must not come into an account that is in use.
     */
    @Transactional
    public Optional<IssuedPassword> issuePassword(OpenTask task) {
        return awaiting(task).map(accounts::issuePassword);
    }

    /** Whether the employee has still to sign in for the first time. */
    @Transactional(readOnly = true)
    public boolean awaitsPassword(OpenTask task) {
        return awaiting(task).isPresent();
    }

    private Optional<UUID> awaiting(OpenTask task) {
        var person = hirings.require(task.businessKey()).personId();
        return accounts.ofPerson(person).map(Account::id).filter(accounts::awaitsPassword);
    }

    @Transactional
    public void handedOver(OpenTask task) {
        tasks.complete(task, "HANDED_OVER", null, List.of());
    }

    private NewCase newCase(HiringView hiring) {
        return new NewCase(
                KEY,
                hiring.id(),
                hiring.organizationId(),
                labels.dated("people.hire.label", hiring.firstDay()),
                List.of(INITIATOR.with(hiring.proposedBy())));
    }
}
