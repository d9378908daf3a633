package school.chancery.yearclosing.web;

import jakarta.validation.Valid;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import school.chancery.identity.SignedIn;

/** The first of the two persons: what would change, and that it shall. */
@Controller
@RequestMapping("/yearclosing/close-school-year/confirm-closing")
class ConfirmClosingController {
    private final PlanDecisions decisions;

    ConfirmClosingController(PlanDecisions decisions) {
        this.decisions = decisions;
    }

    @GetMapping
    String show(@RequestParam String taskId, Model model) {
        return decisions.show(PlanDecisions.Person.FIRST, taskId, model);
    }

    @PostMapping
    String decide(
            @AuthenticationPrincipal SignedIn me,
            @RequestParam String taskId,
            @RequestParam(defaultValue = "false") boolean framed,
            @Valid @ModelAttribute PlanForm form,
            BindingResult faults,
            Model model) {
        return decisions.decide(PlanDecisions.Person.FIRST, me.accountId(), taskId, framed, form, faults, model);
    }
}
