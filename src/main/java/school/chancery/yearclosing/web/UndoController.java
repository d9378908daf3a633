package school.chancery.yearclosing.web;

import jakarta.validation.Valid;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
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
import school.chancery.yearclosing.domain.Closings;
import school.chancery.yearclosing.domain.Undos;
import school.chancery.yearclosing.process.CloseSchoolYearProcess;

/** The head asks for the year to be as it was before; an order comes first. */
@Controller
@RequestMapping("/yearclosing/{id}/undo")
@PreAuthorize("hasRole('DIRECTOR')")
class UndoController {
    private final CloseSchoolYearProcess process;
    private final Closings closings;
    private final ClosingCards cards;
    private final Undos undos;

    UndoController(CloseSchoolYearProcess process, Closings closings, ClosingCards cards, Undos undos) {
        this.process = process;
        this.closings = closings;
        this.cards = cards;
        this.undos = undos;
    }

    @GetMapping
    String show(@AuthenticationPrincipal SignedIn me, @PathVariable UUID id, Model model) {
        model.addAttribute(new UndoForm(null));
        return page(me, id, model);
    }

    @PostMapping
    String request(
            @AuthenticationPrincipal SignedIn me,
            @PathVariable UUID id,
            @Valid @ModelAttribute UndoForm form,
            BindingResult faults,
            Model model,
            RedirectAttributes redirect) {
        var page = page(me, id, model);
        if (!faults.hasErrors()) {
            Faults.reject(faults, process.requestUndo(id, Objects.requireNonNull(form.reason()), me.accountId()));
        }
        if (faults.hasErrors()) return page;
        redirect.addFlashAttribute("flash", "yearclosing.undo.done");
        return "redirect:/yearclosing/" + id;
    }

    private String page(SignedIn me, UUID id, Model model) {
        var closing = closings.find(id)
                .filter(found -> found.organizationId().equals(me.organizationId()))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        model.addAttribute("card", cards.of(closing));
        model.addAttribute("obstacles", closing.rollSetId() == null ? List.of() : undos.obstacles(id));
        return "yearclosing/undo";
    }
}
