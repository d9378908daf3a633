package school.chancery.identity.web;

import jakarta.servlet.http.HttpSession;
import jakarta.validation.Valid;
import java.util.Objects;
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
import school.chancery.identity.domain.AccountSessions;
import school.chancery.identity.domain.PasswordChange;

/** Everybody changes their own password; a password given by somebody else before anything else. */
@Controller
@RequestMapping("/account/password")
class PasswordController {
    private final PasswordChange change;
    private final AccountSessions sessions;

    PasswordController(PasswordChange change, AccountSessions sessions) {
        this.change = change;
        this.sessions = sessions;
    }

    @GetMapping
    String ask(Model model) {
        model.addAttribute(PasswordForm.EMPTY);
        return "identity/password";
    }

    @PostMapping
    String change(
            @Valid @ModelAttribute PasswordForm form,
            BindingResult faults,
            @AuthenticationPrincipal SignedIn signedIn,
            HttpSession session,
            RedirectAttributes redirect) {
        if (!faults.hasFieldErrors("newPassword") && !Objects.equals(form.newPassword(), form.repeatedPassword()))
            faults.rejectValue("repeatedPassword", "identity.password.differs");
        if (!faults.hasErrors()) tryToChange(form, faults, signedIn);
        if (faults.hasErrors()) return "identity/password";
        sessions.endAllBut(signedIn.accountId(), session.getId());
        redirect.addFlashAttribute("flash", "identity.password.changed");
        return "redirect:/account";
    }

    private void tryToChange(PasswordForm form, BindingResult faults, SignedIn signedIn) {
        var outcome = change.change(
                signedIn.accountId(),
                Objects.requireNonNull(form.password()),
                Objects.requireNonNull(form.newPassword()));
        switch (outcome) {
            case CHANGED -> {}
            case WRONG -> faults.rejectValue("password", "identity.password.wrong");
            case THROTTLED -> faults.rejectValue("password", "identity.password.wait");
            case TOO_EASY -> faults.rejectValue("newPassword", "identity.password.too-easy");
        }
    }
}
