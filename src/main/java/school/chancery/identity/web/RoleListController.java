package school.chancery.identity.web;

import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import school.chancery.identity.SignedIn;
import school.chancery.identity.domain.RoleList;

/** Who may do what in the organization, from when, and why (F077, F170). */
@Controller
class RoleListController {
    private final RoleList roles;

    RoleListController(RoleList roles) {
        this.roles = roles;
    }

    @GetMapping("/identity/roles")
    @PreAuthorize(
            "hasAnyRole('DIRECTOR', 'NETWORK_ADMINISTRATOR', 'COORDINATOR', 'DISTRICT_HEAD', 'DISTRICT_SPECIALIST')")
    String list(
            @RequestParam(defaultValue = "false") boolean ended,
            @AuthenticationPrincipal SignedIn signedIn,
            Model model) {
        model.addAttribute("roles", roles.ofOrganization(signedIn.organizationId(), ended));
        model.addAttribute("ended", ended);
        return "identity/roles";
    }
}
