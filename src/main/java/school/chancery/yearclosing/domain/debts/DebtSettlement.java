package school.chancery.yearclosing.domain.debts;

import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import school.chancery.audit.Audit;
import school.chancery.journal.Debts;
import school.chancery.journal.ParentsChoice;
import school.chancery.journal.ParentsChoice.Choice;
import school.chancery.orders.OrderSummary;
import school.chancery.orders.Orders;
import school.chancery.students.EnrollmentAnswer;
import school.chancery.students.Enrollments;
import school.chancery.students.MovementGround;

/** What the registered order brings about: one line of the movement book, and debts that are open no more. */
@Service
@Transactional
public class DebtSettlement {
    private final DebtCases cases;
    private final DebtChoices choices;
    private final Enrollments enrollments;
    private final Debts debts;
    private final Orders orders;
    private final DebtWords words;
    private final JdbcClient jdbc;
    private final Audit audit;

    DebtSettlement(
            DebtCases cases,
            DebtChoices choices,
            Enrollments enrollments,
            Debts debts,
            Orders orders,
            DebtWords words,
            JdbcClient jdbc,
            Audit audit) {
        this.cases = cases;
        this.choices = choices;
        this.enrollments = enrollments;
        this.debts = debts;
        this.orders = orders;
        this.words = words;
        this.jdbc = jdbc;
        this.audit = audit;
    }

    /** Done already = no change. */
    public void apply(UUID caseId, UUID orderId) {
        var about = cases.require(caseId);
        if (!about.isRunning()) return;
        var on = effectiveOn(orderId);
        var choice = choices.of(about).orElseThrow();
        move(about, choice, on, orderId);
        debts.settle(about.pupilId(), on);
        jdbc.sql(
                        "update yearclosing.debt_cases set state = 'SETTLED', order_id = ?, ended_on = ?, version = version + 1"
                                + " where id = ?")
                .params(orderId, on, caseId)
                .update();
        audit.record(
                DebtCases.entry("yearclosing.debt-choice-carried-out", about).with("order", orderId.toString()));
    }

    // What the form let through and the register refuses now has changed in between: a person must look.
    private void move(DebtCaseView about, ParentsChoice choice, LocalDate on, UUID orderId) {
        var reason = words.text("yearclosing.debt.ground." + choice.choice(), DebtWords.date(choice.chosenOn()));
        var ground = new MovementGround(orderId, reason, null);
        var answer = choice.choice() == Choice.REPEAT
                ? enrollments.repeat(about.pupilId(), Objects.requireNonNull(about.toClassId()), on, ground)
                : enrollments.changeProgramme(about.pupilId(), on, ground);
        if (answer instanceof EnrollmentAnswer.Refused refused)
            throw new IllegalStateException("the order cannot be carried out: " + refused.reason());
    }

    private LocalDate effectiveOn(UUID orderId) {
        return orders.find(orderId)
                .filter(OrderSummary::isRegistered)
                .map(OrderSummary::effectiveOn)
                .orElseThrow(() -> new IllegalStateException("order " + orderId + " is not registered"));
    }
}
