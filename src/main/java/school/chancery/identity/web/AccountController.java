package school.chancery.identity.web;

import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import school.chancery.identity.SignedIn;
import school.chancery.identity.domain.RoleList;

/** What the product knows of the person signed in: where they act, as what, why, and when they were here last. */
@Controller
class AccountController {
    private final RoleList roles;

    AccountController(RoleList roles) {
        this.roles = roles;
    }

    @GetMapping("/account")
    String show(@AuthenticationPrincipal SignedIn signedIn, Model model) {
        model.addAttribute("roles", roles.ofAccount(signedIn.accountId()));
        return "identity/account";
    }
}
