package school.chancery.orders.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import school.chancery.documents.SignatureReport;
import school.chancery.identity.SignedIn;
import school.chancery.orders.domain.OrderCard;
import school.chancery.orders.domain.Refusal;
import school.chancery.orders.domain.SignatureKind;
import school.chancery.orders.domain.Signing.OfferAnswer;
import school.chancery.orders.process.IssueOrderProcess;
import school.chancery.orders.process.IssueOrderProcess.Decided;
import school.chancery.orders.process.SignDecision;
import school.chancery.workflow.TaskPages;
import school.chancery.workflow.Tasks;

/** «Рассмотреть и подписать приказ»: the exact original, and what to do about it. */
@Controller
@RequestMapping("/orders/issue-order/sign-order")
class SignOrderController {
    private final IssueOrderProcess process;
    private final OrderScans scans;
    private final OrderReaders readers;
    private final Tasks tasks;
    private final TaskPages pages;

    SignOrderController(
            IssueOrderProcess process, OrderScans scans, OrderReaders readers, Tasks tasks, TaskPages pages) {
        this.process = process;
        this.scans = scans;
        this.readers = readers;
        this.tasks = tasks;
        this.pages = pages;
    }

    @GetMapping
    @Transactional(readOnly = true)
    String show(@RequestParam String taskId, Model model) {
        model.addAttribute(SignOrderForm.EMPTY);
        return page(card(taskId), model);
    }

    @PostMapping
    @Transactional
    String decide(
            @AuthenticationPrincipal SignedIn me,
            @RequestParam String taskId,
            @RequestParam(defaultValue = "false") boolean framed,
            @Valid @ModelAttribute SignOrderForm form,
            BindingResult faults,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        var card = taken(taskId);
        if (faults.hasErrors()) return page(card, model);
        var signing = form.decision() == SignDecision.SIGN;
        if (signing && form.signature() != null && !form.signature().isEmpty())
            offer(me, taskId, form.signature(), faults);
        if (signing && card.signatureKind() == SignatureKind.SIMPLE && form.password() == null) {
            faults.rejectValue("password", "orders.sign.password.missing");
        }
        if (faults.hasErrors()) return page(taken(taskId), model);
        var decided = act(me, taskId, card, form, request.getRemoteAddr());
        if (decided instanceof Decided.Refused refused) {
            Faults.tell(refused.refusal(), field(refused.refusal()), faults, response);
            return page(taken(taskId), model);
        }
        return signing
                ? OrderPages.signed(card.id(), framed)
                : pages.done(framed, "orders.sign.done." + form.decision());
    }

    /** Only checks a CMS file and shows whose it is; the decision comes next. */
    @PostMapping("/signature")
    @Transactional
    String check(
            @AuthenticationPrincipal SignedIn me,
            @RequestParam String taskId,
            @ModelAttribute SignOrderForm form,
            BindingResult faults,
            Model model) {
        if (faults.hasErrors()) return page(taken(taskId), model);
        offer(me, taskId, form.signature(), faults);
        return page(taken(taskId), model);
    }

    private Decided act(SignedIn me, String taskId, OrderCard card, SignOrderForm form, String address) {
        return switch (form.decision()) {
            case RETURN -> process.giveBack(taskId, IssueOrderProcess.SIGN_ORDER, form.remark());
            case REJECT -> process.reject(taskId, IssueOrderProcess.SIGN_ORDER, form.remark());
            case SIGN ->
                card.signatureKind() == SignatureKind.QUALIFIED
                        ? process.signByOffered(taskId, me.accountId(), address)
                        : process.signSimply(taskId, me.accountId(), form.password(), address);
        };
    }

    private void offer(SignedIn me, String taskId, @Nullable MultipartFile file, BindingResult faults) {
        var accepted = scans.signature(file, "signature", faults);
        if (accepted != null) tell(process.offer(taskId, me.accountId(), accepted), faults);
    }

    private static void tell(OfferAnswer answer, BindingResult faults) {
        if (answer instanceof OfferAnswer.Refused refused)
            faults.rejectValue("signature", "orders.refusal." + refused.refusal());
        if (answer instanceof OfferAnswer.Checked checked
                && checked.report() instanceof SignatureReport.Refused refused) {
            var reason = refused.reason().name().toLowerCase(Locale.ROOT).replace('_', '-');
            faults.rejectValue("signature", "documents.signature." + reason);
        }
    }

    private static String field(Refusal refusal) {
        return switch (refusal) {
            case PASSWORD_WRONG, THROTTLED -> "password";
            case REASON_MISSING -> "remark";
            case STATUTORY -> "decision";
            case SIGNATURE_MISSING -> "signature";
            default -> "";
        };
    }

    private String page(OrderCard card, Model model) {
        model.addAttribute("card", card);
        model.addAttribute("decisions", decisions(card));
        return "orders/issue-order/sign-order";
    }

    static List<SignDecision> decisions(OrderCard card) {
        return Stream.of(SignDecision.values())
                .filter(decision ->
                        decision != SignDecision.REJECT || !card.kind().statutory())
                .toList();
    }

    private OrderCard taken(String taskId) {
        return readers.ofTask(tasks.take(taskId, IssueOrderProcess.SIGN_ORDER).businessKey());
    }

    private OrderCard card(String taskId) {
        return readers.ofTask(
                tasks.require(taskId, IssueOrderProcess.SIGN_ORDER).businessKey());
    }
}
