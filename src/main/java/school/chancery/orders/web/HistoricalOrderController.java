package school.chancery.orders.web;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import school.chancery.identity.SignedIn;
import school.chancery.orders.domain.HistoricalOrders;
import school.chancery.orders.domain.HistoricalOrders.Answer;
import school.chancery.orders.domain.KindCatalogue;
import school.chancery.orders.domain.Refusal;

/** «Внести ранее изданный приказ». */
@Controller
@RequestMapping("/orders/historical")
@PreAuthorize("hasAnyRole('DIRECTOR', 'SECRETARY')")
class HistoricalOrderController {
    private final HistoricalOrders orders;
    private final KindCatalogue kinds;
    private final OrderScans scans;

    HistoricalOrderController(HistoricalOrders orders, KindCatalogue kinds, OrderScans scans) {
        this.orders = orders;
        this.kinds = kinds;
        this.scans = scans;
    }

    @GetMapping
    String show(@AuthenticationPrincipal SignedIn me, Model model) {
        model.addAttribute(HistoricalOrderForm.fresh());
        return page(me, model);
    }

    @PostMapping
    String enter(
            @AuthenticationPrincipal SignedIn me,
            @Valid @ModelAttribute HistoricalOrderForm form,
            BindingResult faults,
            HttpServletResponse response,
            Model model,
            RedirectAttributes redirect) {
        if (faults.hasErrors()) return page(me, model);
        form.check(faults);
        if (form.kind() != null && !kinds(me).containsKey(form.kind())) {
            faults.rejectValue("kind", "orders.start.kind.missing");
        }
        var accepted = scans.paper(form.scan(), "scan", faults);
        if (faults.hasErrors() || accepted == null) return page(me, model);
        var answer = orders.enter(me.organizationId(), form.formId(), me.accountId(), form.toPaperOrder(), accepted);
        if (answer instanceof Answer.Refused refused) {
            Faults.tell(refused.refusal(), field(refused.refusal()), faults, response);
            return page(me, model);
        }
        if (answer instanceof Answer.LeavesOut gap) {
            faults.rejectValue(
                    "number", "orders.historical.number.gap", new Object[] {"" + gap.first(), "" + gap.last()}, null);
            model.addAttribute("gap", true);
            return page(me, model);
        }
        redirect.addFlashAttribute("flash", "orders.historical.done");
        return "redirect:/orders/" + ((Answer.Entered) answer).orderId();
    }

    private static String field(Refusal refusal) {
        return refusal == Refusal.NUMBER_TAKEN ? "number" : "registeredOn";
    }

    private String page(SignedIn me, Model model) {
        model.addAttribute("kinds", kinds(me));
        return "orders/historical";
    }

    private Map<String, String> kinds(SignedIn me) {
        var named = new LinkedHashMap<String, String>();
        kinds.all(me.organizationId()).stream()
                .filter(kind -> kind.relation() == null)
                .forEach(kind -> named.put(kind.code(), kind.name()));
        return named;
    }
}
