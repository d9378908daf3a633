package school.chancery.orders.web;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
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
import school.chancery.identity.SignedIn;
import school.chancery.orders.domain.OrderCard;
import school.chancery.orders.domain.Refusal;
import school.chancery.orders.domain.Signing;
import school.chancery.orders.process.IssueOrderProcess;
import school.chancery.orders.process.IssueOrderProcess.Decided;
import school.chancery.orders.process.SignDecision;
import school.chancery.organization.Organizations;
import school.chancery.workflow.TaskPages;
import school.chancery.workflow.Tasks;

/** «Внести подписанный на бумаге приказ». */
@Controller
@RequestMapping("/orders/issue-order/record-paper-signature")
class RecordPaperSignatureController {
    private final IssueOrderProcess process;
    private final Signing signing;
    private final OrderScans scans;
    private final OrderReaders readers;
    private final Organizations organizations;
    private final Tasks tasks;
    private final TaskPages pages;

    RecordPaperSignatureController(
            IssueOrderProcess process,
            Signing signing,
            OrderScans scans,
            OrderReaders readers,
            Organizations organizations,
            Tasks tasks,
            TaskPages pages) {
        this.process = process;
        this.signing = signing;
        this.scans = scans;
        this.readers = readers;
        this.organizations = organizations;
        this.tasks = tasks;
        this.pages = pages;
    }

    @GetMapping
    String show(@RequestParam String taskId, Model model) {
        var card = card(taskId);
        model.addAttribute(
                new RecordPaperSignatureForm(null, null, organizations.today(card.organizationId()), null, null));
        return page(card, model);
    }

    @PostMapping
    String record(
            @AuthenticationPrincipal SignedIn me,
            @RequestParam String taskId,
            @RequestParam(defaultValue = "false") boolean framed,
            @Valid @ModelAttribute RecordPaperSignatureForm form,
            BindingResult faults,
            HttpServletResponse response,
            Model model) {
        var card = card(taskId);
        if (faults.hasErrors()) return page(card, model);
        var signed = form.decision() == SignDecision.SIGN;
        var upload = signed ? checked(form, faults) : null;
        if (faults.hasErrors()) return page(card, model);
        var decided = act(me, taskId, form, upload);
        if (decided instanceof Decided.Refused refused) {
            Faults.tell(refused.refusal(), field(refused.refusal()), faults, response);
            return page(card, model);
        }
        return signed
                ? OrderPages.signed(card.id(), framed)
                : pages.done(framed, "orders.sign.done." + form.decision());
    }

    private Upload.@Nullable Accepted checked(RecordPaperSignatureForm form, BindingResult faults) {
        if (form.signer() == null) faults.rejectValue("signer", "orders.paper.signer.missing");
        if (form.signedOn() == null) {
            faults.rejectValue("signedOn", "orders.paper.date.missing");
        }
        return scans.paper(form.scan(), "scan", faults);
    }

    private Decided act(SignedIn me, String taskId, RecordPaperSignatureForm form, Upload.@Nullable Accepted upload) {
        var element = IssueOrderProcess.RECORD_PAPER_SIGNATURE;
        return switch (form.decision()) {
            case RETURN -> process.giveBack(taskId, element, form.remark());
            case REJECT -> process.reject(taskId, element, form.remark());
            case SIGN -> process.recordPaper(taskId, me.accountId(), form.signer(), form.signedOn(), upload);
        };
    }

    private static String field(Refusal refusal) {
        return switch (refusal) {
            case DATE_IN_FUTURE -> "signedOn";
            case NOT_THE_DIRECTOR -> "signer";
            case REASON_MISSING -> "remark";
            case STATUTORY -> "decision";
            default -> "";
        };
    }

    private String page(OrderCard card, Model model) {
        model.addAttribute("card", card);
        model.addAttribute("decisions", SignOrderController.decisions(card));
        model.addAttribute("signers", signers(card));
        return "orders/issue-order/record-paper-signature";
    }

    private Map<UUID, String> signers(OrderCard card) {
        var named = new LinkedHashMap<UUID, String>();
        signing.signers(card.organizationId())
                .forEach(signer -> named.put(signer.accountId(), signer.position() + " " + signer.name()));
        return named;
    }

    private OrderCard card(String taskId) {
        return readers.ofTask(
                tasks.require(taskId, IssueOrderProcess.RECORD_PAPER_SIGNATURE).businessKey());
    }
}
