package school.chancery.people.web;

import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.PageRequest;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import school.chancery.identity.SignedIn;
import school.chancery.organization.Organizations;
import school.chancery.people.domain.StaffSearch;

/** Who works in the active organization. */
@Controller
@PreAuthorize(
        "hasAnyRole('DIRECTOR', 'DEPUTY', 'SECRETARY', 'HR', 'COORDINATOR', 'NETWORK_ADMINISTRATOR', 'PLATFORM_ADMINISTRATOR')")
class StaffController {
    private static final int PAGE_SIZE = 20;
    private static final int LAST_PAGE = 100_000;
    private static final int LONGEST_TEXT = 100;

    private final StaffSearch staff;
    private final Organizations organizations;

    StaffController(StaffSearch staff, Organizations organizations) {
        this.staff = staff;
        this.organizations = organizations;
    }

    @GetMapping("/people/staff")
    String list(
            @AuthenticationPrincipal SignedIn me,
            @RequestParam(required = false) @Nullable String text,
            @RequestParam(defaultValue = "0") int page,
            Model model) {
        var asked = text == null ? "" : text.substring(0, Math.min(text.length(), LONGEST_TEXT));
        var at = PageRequest.of(Math.max(0, Math.min(page, LAST_PAGE)), PAGE_SIZE);
        model.addAttribute("text", asked);
        model.addAttribute(
                "members", staff.employed(me.organizationId(), organizations.today(me.organizationId()), asked, at));
        return "people/staff";
    }
}
