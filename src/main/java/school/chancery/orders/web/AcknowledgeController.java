package school.chancery.orders.web;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import school.chancery.documents.Upload;
import school.chancery.identity.Role;
import school.chancery.identity.SignedIn;
import school.chancery.orders.domain.Acknowledgements;
import school.chancery.orders.domain.Acknowledgements.Acknowledgement;
import school.chancery.orders.domain.Acknowledgements.State;
import school.chancery.orders.domain.Refusal;
import school.chancery.orders.process.AcknowledgeOrderProcess;
import school.chancery.organization.Organizations;
import school.chancery.workflow.TaskPages;
import school.chancery.workflow.Tasks;

/** «Ознакомиться с приказом»: the person confirms, or the secretary records what happened on paper. */
@Controller
@RequestMapping("/orders/acknowledge-order/acknowledge")
class AcknowledgeController {
    private final AcknowledgeOrderProcess process;
    private final Acknowledgements acknowledgements;
    private final OrderScans scans;
    private final OrderReaders readers;
    private final Organizations organizations;
    private final Tasks tasks;
    private final TaskPages pages;

    AcknowledgeController(
            AcknowledgeOrderProcess process,
            Acknowledgements acknowledgements,
            OrderScans scans,
            OrderReaders readers,
            Organizations organizations,
            Tasks tasks,
            TaskPages pages) {
        this.process = process;
        this.acknowledgements = acknowledgements;
        this.scans = scans;
        this.readers = readers;
        this.organizations = organizations;
        this.tasks = tasks;
        this.pages = pages;
    }

    @GetMapping
    String show(@AuthenticationPrincipal SignedIn me, @RequestParam String taskId, Model model) {
        var row = row(taskId);
        var outcomes = outcomes(me, row);
        model.addAttribute(new AcknowledgeForm(
                outcomes.size() == 1 ? outcomes.get(0) : null,
                false,
                false,
                organizations.today(row.organizationId()),
                null,
                null,
                null));
        return page(me, row, model);
    }

    @PostMapping
    String settle(
            @AuthenticationPrincipal SignedIn me,
            @RequestParam String taskId,
            @RequestParam(defaultValue = "false") boolean framed,
            @Valid @ModelAttribute AcknowledgeForm form,
            BindingResult faults,
            HttpServletResponse response,
            Model model) {
        var row = row(taskId);
        if (faults.hasErrors()) return page(me, row, model);
        var upload = form.outcome() == State.PAPER ? scans.paper(form.scan(), "scan", faults) : null;
        check(me, row, form, faults);
        if (faults.hasErrors()) return page(me, row, model);
        var refusal = act(me, taskId, form, upload);
        if (refusal.isEmpty()) return pages.done(framed, "orders.acknowledge.done." + form.outcome());
        Faults.tell(refusal.get(), field(refusal.get()), faults, response);
        return page(me, row, model);
    }

    private Optional<Refusal> act(SignedIn me, String taskId, AcknowledgeForm form, Upload.@Nullable Accepted upload) {
        return switch (form.outcome()) {
            case ACKNOWLEDGED -> process.confirm(taskId, me.accountId(), form.hasCopyInHand());
            case PAPER -> process.recordPaper(taskId, me.accountId(), form.settledOn(), upload, form.hasCopyInHand());
            case REFUSED ->
                process.recordRefusal(
                        taskId, me.accountId(), form.settledOn(), form.firstWitness(), form.secondWitness());
            case OPEN -> throw new IllegalStateException("checked before");
        };
    }

    private void check(SignedIn me, Acknowledgement row, AcknowledgeForm form, BindingResult faults) {
        var outcome = form.outcome();
        if (outcome == null) return;
        if (!outcomes(me, row).contains(outcome)) {
            faults.rejectValue("outcome", "orders.acknowledge.outcome.missing");
            return;
        }
        if (outcome == State.ACKNOWLEDGED) {
            if (!form.isConfirmed()) faults.rejectValue("confirmed", "orders.acknowledge.confirmed.missing");
            return;
        }
        if (form.settledOn() == null) {
            faults.rejectValue("settledOn", "orders.acknowledge.date.missing");
        }
        if (outcome == State.REFUSED) {
            if (form.firstWitness() == null) faults.rejectValue("firstWitness", "orders.acknowledge.witness.missing");
            if (form.secondWitness() == null) faults.rejectValue("secondWitness", "orders.acknowledge.witness.missing");
        }
    }

    private static String field(Refusal refusal) {
        return switch (refusal) {
            case DATE_IN_FUTURE, DATE_BEFORE_ORDER -> "settledOn";
            case WITNESSES_ALIKE -> "secondWitness";
            case NOT_THE_PERSON -> "outcome";
            default -> "";
        };
    }

    /** The person confirms for themselves and nobody else; what happened on paper the secretary records. */
    private List<State> outcomes(SignedIn me, Acknowledgement row) {
        var outcomes = new ArrayList<State>();
        if (row.personId().equals(readers.reader(me).personId())) outcomes.add(State.ACKNOWLEDGED);
        if (me.has(Role.SECRETARY)) outcomes.addAll(List.of(State.PAPER, State.REFUSED));
        return outcomes;
    }

    private String page(SignedIn me, Acknowledgement row, Model model) {
        model.addAttribute("row", row);
        model.addAttribute("card", readers.ofTask(row.orderId()));
        model.addAttribute("outcomes", outcomes(me, row));
        return "orders/acknowledge-order/acknowledge";
    }

    private Acknowledgement row(String taskId) {
        var id = tasks.require(taskId, AcknowledgeOrderProcess.ACKNOWLEDGE).businessKey();
        return acknowledgements.find(id).orElseThrow();
    }
}
