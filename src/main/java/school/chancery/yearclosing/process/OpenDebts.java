package school.chancery.yearclosing.process;

import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import school.chancery.identity.Account;
import school.chancery.identity.Accounts;
import school.chancery.journal.Debt;
import school.chancery.journal.DebtAttempts;
import school.chancery.people.Staff;
import school.chancery.people.StaffMember;
import school.chancery.workflow.CalledByModels;
import school.chancery.yearclosing.domain.debts.DebtCases;

/**
 * What the model asks of the debts while attempts run beside each other: the tables know, no variable is shared. Nothing
 * of its own is transactional: expressions do not recognise a facade behind a proxy.
 */
@Component
@CalledByModels
public class OpenDebts {
    private final DebtCases cases;
    private final DebtAttempts attempts;
    private final Staff staff;
    private final Accounts accounts;

    OpenDebts(DebtCases cases, DebtAttempts attempts, Staff staff, Accounts accounts) {
        this.cases = cases;
        this.attempts = attempts;
        this.staff = staff;
        this.accounts = accounts;
    }

    public List<String> of(String caseId) {
        return cases.debts(UUID.fromString(caseId)).stream()
                .filter(Debt::isOpen)
                .map(debt -> debt.id().toString())
                .toList();
    }

    /** Name of {@link Debt.State}. */
    public String state(String caseId, String debtId) {
        return cases.debts(UUID.fromString(caseId)).stream()
                .filter(debt -> debt.id().equals(UUID.fromString(debtId)))
                .map(debt -> debt.state().name())
                .findFirst()
                .orElseThrow();
    }

    /** Account of whoever holds the attempt that lies ahead; empty when nobody was named or has an account. */
    public List<String> examiner(String debtId) {
        return attempts.of(UUID.fromString(debtId)).stream()
                .filter(attempt -> attempt.result() == null && attempt.examinerId() != null)
                .flatMap(attempt -> staff.find(attempt.examinerId()).stream())
                .map(StaffMember::personId)
                .flatMap(person -> accounts.ofPerson(person).stream())
                .map(Account::id)
                .map(UUID::toString)
                .toList();
    }
}
