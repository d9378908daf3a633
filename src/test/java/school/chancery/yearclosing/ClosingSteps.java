package school.chancery.yearclosing;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.springframework.data.domain.PageRequest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import school.chancery.audit.Acting;
import school.chancery.audit.Actor;
import school.chancery.orders.Councils.Body;
import school.chancery.orders.Councils.NewMinutes;
import school.chancery.organization.Organizations;
import school.chancery.yearclosing.domain.Activation;
import school.chancery.yearclosing.domain.ApplyPlan;
import school.chancery.yearclosing.domain.Check;
import school.chancery.yearclosing.domain.Checks;
import school.chancery.yearclosing.domain.ClassOutcomes;
import school.chancery.yearclosing.domain.ClosingOrders;
import school.chancery.yearclosing.domain.ClosingView;
import school.chancery.yearclosing.domain.Closings;
import school.chancery.yearclosing.domain.Confirmations;
import school.chancery.yearclosing.domain.CouncilStep;
import school.chancery.yearclosing.domain.DryRuns;
import school.chancery.yearclosing.domain.Findings;
import school.chancery.yearclosing.domain.NextClasses;
import school.chancery.yearclosing.domain.Refusal;
import school.chancery.yearclosing.domain.Undos;

/** The steps of a closing as the domain services take them, without a process; whatever the school. */
public class ClosingSteps {
    private static final AtomicInteger NUMBERS = new AtomicInteger();

    private final Beans beans;
    protected final JdbcClient rows;
    public final UUID organization;
    public final UUID year;
    public final UUID director;
    public final UUID second;
    public final UUID deputy;
    public UUID closing;

    /** Where the services come from. */
    public interface Beans {
        <T> T bean(Class<T> type);
    }

    /** @param rows as the owner of the tables */
    public ClosingSteps(
            Beans beans, JdbcClient rows, UUID organization, UUID year, UUID director, UUID second, UUID deputy) {
        this.beans = beans;
        this.rows = rows;
        this.organization = organization;
        this.year = year;
        this.director = director;
        this.second = second;
        this.deputy = deputy;
    }

    public LocalDate today() {
        return bean(Organizations.class).today(organization);
    }

    public <T> T as(Supplier<T> act) {
        return Acting.as(Actor.PRODUCT, act);
    }

    public <T> T inTransaction(Supplier<T> act) {
        return as(() -> bean(TransactionTemplate.class).execute(status -> act.get()));
    }

    public <T> T bean(Class<T> type) {
        return beans.bean(type);
    }

    public ClosingView view() {
        return as(() -> bean(Closings.class).require(closing));
    }

    public void open() {
        var opening = as(() -> bean(Closings.class).open(organization, year, deputy));
        closing = ((Closings.Opening.Opened) opening).closingId();
    }

    public Findings.Counts check() {
        return as(() -> bean(Checks.class).run(closing));
    }

    /** What the checks found, as «CHECK name or class». */
    public List<String> findings() {
        return as(() -> bean(Findings.class).page(closing, null, PageRequest.of(0, 500))).stream()
                .map(found -> found.check() + " " + (found.pupil() == null ? found.classLabel() : found.pupil()))
                .toList();
    }

    public void explainAll() {
        as(() -> bean(Findings.class).page(closing, null, PageRequest.of(0, 500))).stream()
                .filter(found -> found.severity() == Check.Severity.EXPLAIN)
                .forEach(found -> as(() -> bean(Findings.class).explain(closing, found.id(), "Так и есть", deputy)));
    }

    public List<UUID> openClasses() {
        var all = as(() -> bean(ClassOutcomes.class).openAll(closing));
        all.forEach(each -> as(() -> {
            bean(ClassOutcomes.class).propose(each);
            return true;
        }));
        return all;
    }

    public void acceptClasses() {
        for (var each : openClasses()) {
            none(as(() -> bean(ClassOutcomes.class).send(each, deputy)));
            none(as(() -> bean(ClassOutcomes.class).accept(each, deputy)));
        }
    }

    public void council() {
        var minutes = new NewMinutes(
                organization,
                Body.PEDAGOGICAL,
                "9-" + NUMBERS.incrementAndGet(),
                today(),
                "Итоги учебного года",
                "Утвердить итоги",
                null,
                deputy);
        none(as(() -> bean(CouncilStep.class).record(closing, minutes, null)));
    }

    /** The next year and its classes, as the approval would make them. */
    public void nextClasses() {
        as(() -> {
            bean(NextClasses.class).prepare(closing);
            return true;
        });
    }

    public List<Refusal> approveClasses() {
        nextClasses();
        return as(() -> bean(NextClasses.class).approve(closing));
    }

    public DryRuns.DryRun plan() {
        return as(() -> bean(DryRuns.class).run(closing));
    }

    /** The same for a school with more findings and classes than one would go through by hand. */
    public DryRuns.DryRun plannedAtOnce() {
        open();
        check();
        approvedAfterChecks();
        return plan();
    }

    /** From the checks to the dry run, without it. */
    public void approvedAfterChecks() {
        rows.sql("update yearclosing.findings set explanation = 'Так и есть', explained_by = ?, explained_at = now()"
                        + " where closing_id = ? and severity = 'EXPLAIN'")
                .params(deputy, closing)
                .update();
        as(() -> bean(ClassOutcomes.class).openAll(closing));
        rows.sql("update yearclosing.class_closings set state = 'ACCEPTED', sent_by = ?, accepted_by = ?,"
                        + " accepted_at = now() where closing_id = ?")
                .params(deputy, deputy, closing)
                .update();
        council();
        none(approveClasses());
    }

    /** From the opening to a plan that nobody has confirmed. */
    public DryRuns.DryRun planned() {
        open();
        check();
        explainAll();
        acceptClasses();
        council();
        none(approveClasses());
        return plan();
    }

    public void confirm() {
        var hash = view().planHash();
        require(as(() -> bean(Confirmations.class).confirm(closing, hash, director))
                .isEmpty());
        require(as(() -> bean(Confirmations.class).countersign(closing, hash, second))
                .isEmpty());
    }

    /** The orders as if they had been signed; signed already = no change. */
    public void issueOrders() {
        as(() -> bean(ClosingOrders.class).draftAll(closing)).forEach(this::register);
    }

    public void register(UUID order) {
        var copy = UUID.randomUUID();
        rows.sql("""
                        insert into documents.files (id, organization_id, name, media_type, size, sha256, bytes, frozen, stored_at)
                        values (?, ?, 'приказ.pdf', 'application/pdf', 1, encode(sha256('x'), 'hex'), 'x', true, now())
                        """).params(copy, organization).update();
        rows.sql("""
                        update orders.orders set status = 'REGISTERED', historical = true, number = ?, year = 2026,
                            registered_on = ?, registered_at = now(), registered_copy_id = ?
                        where id = ? and status <> 'REGISTERED'
                        """).params("и-" + UUID.randomUUID(), today(), copy, order).update();
    }

    /** Everything up to the signed orders. */
    public void ordered() {
        planned();
        confirm();
        issueOrders();
    }

    public ApplyPlan.Answer apply() {
        return as(() -> bean(ApplyPlan.class).apply(closing));
    }

    public void activate() {
        as(() -> {
            bean(Activation.class).activate(closing);
            return true;
        });
    }

    public List<Refusal> undo() {
        var asked = as(() -> bean(Undos.class).request(closing, "ошибка в протоколе", director));
        if (!asked.isEmpty()) return asked;
        var order = as(() -> bean(Undos.class).draft(closing));
        register(order);
        return as(() -> bean(Undos.class).undo(closing, order));
    }

    private static void none(List<Refusal> refusals) {
        if (!refusals.isEmpty()) throw new AssertionError(refusals.toString());
    }

    private static void require(boolean held) {
        if (!held) throw new AssertionError("refused");
    }
}
