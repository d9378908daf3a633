package school.chancery.people.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
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
import school.chancery.people.Staff;
import school.chancery.people.domain.DismissalView;
import school.chancery.people.domain.Dismissals;
import school.chancery.people.process.DismissEmployeeProcess;

/** A dismissal is taken back before its order is signed. */
@Controller
@RequestMapping("/people/dismissals/{id}/withdraw")
@PreAuthorize("hasAnyRole('DIRECTOR', 'DEPUTY', 'SECRETARY', 'HR')")
class WithdrawDismissalController {
    private final DismissEmployeeProcess process;
    private final Dismissals dismissals;
    private final Staff staff;

    WithdrawDismissalController(DismissEmployeeProcess process, Dismissals dismissals, Staff staff) {
        this.process = process;
        this.dismissals = dismissals;
        this.staff = staff;
    }

    record WithdrawForm(@NotBlank @Size(max = 500) @Nullable String reason) {}

    @GetMapping
    String show(@PathVariable UUID id, Model model) {
        model.addAttribute(new WithdrawForm(null));
        return page(dismissal(id), model);
    }

    @PostMapping
    String withdraw(
            @AuthenticationPrincipal SignedIn me,
            @PathVariable UUID id,
            @Valid @ModelAttribute WithdrawForm form,
            BindingResult faults,
            Model model,
            RedirectAttributes flash) {
        var dismissal = dismissal(id);
        if (!faults.hasErrors())
            process.withdraw(id, Objects.requireNonNull(form.reason()), me.accountId())
                    .ifPresent(refusal -> Faults.reject(faults, List.of(refusal)));
        if (faults.hasErrors()) return page(dismissal, model);
        flash.addFlashAttribute("flash", "people.dismiss.withdraw.done");
        return "redirect:/inbox";
    }

    private DismissalView dismissal(UUID id) {
        return dismissals.find(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private String page(DismissalView dismissal, Model model) {
        model.addAttribute("dismissal", dismissal);
        model.addAttribute("member", staff.find(dismissal.staffId()).orElseThrow());
        return "people/dismiss-employee/withdraw";
    }
}
