package school.chancery.orders.web;

import jakarta.validation.Valid;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import school.chancery.identity.SignedIn;
import school.chancery.orders.domain.KindCatalogue;
import school.chancery.orders.domain.OrderKind;
import school.chancery.orders.domain.SignatureKind;

/** How the school words each kind of orders and how each is signed. */
@Controller
@RequestMapping("/orders/kinds")
@PreAuthorize("hasAnyRole('DIRECTOR', 'SECRETARY')")
class OrderKindsController {
    private final KindCatalogue kinds;

    OrderKindsController(KindCatalogue kinds) {
        this.kinds = kinds;
    }

    @GetMapping
    String list(@AuthenticationPrincipal SignedIn me, Model model) {
        model.addAttribute("kinds", kinds.all(me.organizationId()));
        return "orders/kinds";
    }

    @GetMapping("/{code}")
    String show(@AuthenticationPrincipal SignedIn me, @PathVariable String code, Model model) {
        var kind = require(me, code);
        model.addAttribute(KindForm.of(kind));
        return page(kind, model);
    }

    @PostMapping("/{code}")
    String word(
            @AuthenticationPrincipal SignedIn me,
            @PathVariable String code,
            @Valid @ModelAttribute KindForm form,
            BindingResult faults,
            Model model,
            RedirectAttributes redirect) {
        var kind = require(me, code);
        form.check(kinds.common(code), faults);
        if (faults.hasErrors()) return page(kind, model);
        kinds.override(me.organizationId(), code, form.wording(), form.signatureKind());
        redirect.addFlashAttribute("flash", "orders.kinds.saved");
        return "redirect:/orders/kinds";
    }

    @PostMapping("/{code}/restore")
    String restore(@AuthenticationPrincipal SignedIn me, @PathVariable String code, RedirectAttributes redirect) {
        require(me, code);
        kinds.restore(me.organizationId(), code);
        redirect.addFlashAttribute("flash", "orders.kinds.restored");
        return "redirect:/orders/kinds";
    }

    private static String page(OrderKind kind, Model model) {
        model.addAttribute("kind", kind);
        model.addAttribute("signatureKinds", SignatureKind.values());
        return "orders/kind";
    }

    private OrderKind require(SignedIn me, String code) {
        return kinds.find(me.organizationId(), code)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
