package school.chancery.identity.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import school.chancery.identity.Role;
import school.chancery.identity.SignedIn;

@Controller
class SignInController {
    private static final Set<String> HINTS = Set.of("error", "wait", "role", "logout");

    @GetMapping("/login")
    String ask(HttpServletRequest request, Model model) {
        request.getParameterMap().keySet().stream()
                .filter(HINTS::contains)
                .findFirst()
                .ifPresent(hint -> model.addAttribute("hint", hint));
        return "identity/sign-in";
    }

    /** Everybody's day begins where their work is; who keeps the machine running has no domain pages. */
    @GetMapping("/")
    String home(@AuthenticationPrincipal SignedIn signedIn) {
        if (signedIn.roles().equals(Set.of(Role.SYSTEM_ADMINISTRATOR))) return "redirect:/camunda/app/cockpit/";
        return signedIn.roles().stream().anyMatch(Role::isDistrict) ? "redirect:/cases" : "redirect:/inbox";
    }
}
