package school.chancery.orders.process;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import school.chancery.documents.Upload;
import school.chancery.identity.Account;
import school.chancery.identity.Accounts;
import school.chancery.orders.OrderRegistered;
import school.chancery.orders.domain.AcknowledgementMarks;
import school.chancery.orders.domain.Acknowledgements;
import school.chancery.orders.domain.Acknowledgements.Acknowledgement;
import school.chancery.orders.domain.Acquaintance;
import school.chancery.orders.domain.DocumentTexts;
import school.chancery.orders.domain.Refusal;
import school.chancery.workflow.Facts;
import school.chancery.workflow.NewCase;
import school.chancery.workflow.OpenTask;
import school.chancery.workflow.ProcessVariable;
import school.chancery.workflow.Tasks;

/** {@code acknowledge-order}: one case a person, so nobody who does not sign holds up the effect of the order. */
@Service
@Transactional
public class AcknowledgeOrderProcess {
    public static final String KEY = "acknowledge-order";
    public static final String ACKNOWLEDGE = "UserTask_Acknowledge";
    public static final String REQUESTED = "orders.acknowledgement-requested";

    /** Account of the person; {@code nobody} when the person has none and signs on paper. */
    static final ProcessVariable<String> ACKNOWLEDGER = ProcessVariable.code("acknowledger");

    static final ProcessVariable<Acknowledgements.State> ACKNOWLEDGEMENT =
            ProcessVariable.choice("acknowledgement", Acknowledgements.State.class);

    private final Acknowledgements acknowledgements;
    private final AcknowledgementMarks marks;
    private final Accounts accounts;
    private final DocumentTexts texts;
    private final Facts facts;
    private final Tasks tasks;

    AcknowledgeOrderProcess(
            Acknowledgements acknowledgements,
            AcknowledgementMarks marks,
            Accounts accounts,
            DocumentTexts texts,
            Facts facts,
            Tasks tasks) {
        this.acknowledgements = acknowledgements;
        this.marks = marks;
        this.accounts = accounts;
        this.texts = texts;
        this.facts = facts;
        this.tasks = tasks;
    }

    /** In the registering transaction: the cases themselves start after it, from stored facts. */
    @EventListener
    void on(OrderRegistered registered) {
        request(acknowledgements.of(registered.orderId()), registered.number());
    }

    /** People who came later, each once. Returns how many were added. */
    public int add(UUID organizationId, UUID orderId, String number, List<Acquaintance> people) {
        var added = acknowledgements.add(organizationId, orderId, people);
        request(added, number);
        return added.size();
    }

    private void request(List<Acknowledgement> rows, String number) {
        var owners =
                accounts.ofPersons(rows.stream().map(Acknowledgement::personId).collect(Collectors.toSet()));
        for (var row : rows) facts.start(REQUESTED, newCase(row, number, owners));
    }

    private NewCase newCase(Acknowledgement row, String number, Map<UUID, Account> owners) {
        var owner = owners.get(row.personId());
        var acknowledger = owner == null ? "nobody" : owner.id().toString();
        return new NewCase(
                KEY,
                row.id(),
                row.organizationId(),
                texts.orderLabel(number),
                List.of(ACKNOWLEDGER.with(acknowledger)));
    }

    /** The person has read the order. */
    public Optional<Refusal> confirm(String taskId, UUID accountId, boolean copyInHand) {
        return settle(taskId, Acknowledgements.State.ACKNOWLEDGED, null, row -> {
            var person = accounts.find(accountId).map(Account::personId).orElse(null);
            return marks.confirm(row, accountId, person, copyInHand);
        });
    }

    /** The office has the person's signature on paper. */
    public Optional<Refusal> recordPaper(
            String taskId, UUID accountId, LocalDate on, Upload.Accepted scan, boolean copyInHand) {
        return settle(
                taskId,
                Acknowledgements.State.PAPER,
                null,
                row -> marks.recordPaper(row, accountId, on, scan, copyInHand));
    }

    /** The person refused before two witnesses. */
    public Optional<Refusal> recordRefusal(
            String taskId, UUID accountId, LocalDate on, String firstWitness, String secondWitness) {
        return settle(
                taskId,
                Acknowledgements.State.REFUSED,
                // Who the witnesses were stands in our row alone.
                texts.refusalReason(),
                row -> marks.recordRefusal(row, accountId, on, firstWitness, secondWitness));
    }

    private Optional<Refusal> settle(
            String taskId,
            Acknowledgements.State outcome,
            @Nullable String reason,
            Function<UUID, Optional<Refusal>> settle) {
        OpenTask task = tasks.require(taskId, ACKNOWLEDGE);
        var refusal = settle.apply(task.businessKey());
        // Settled by somebody else a moment ago: then the task is done too, and this says so.
        if (refusal.isPresent()) tasks.require(taskId, ACKNOWLEDGE);
        else tasks.complete(task, outcome.name(), reason, List.of(ACKNOWLEDGEMENT.with(outcome)));
        return refusal;
    }
}
