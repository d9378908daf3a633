package school.chancery.yearclosing.web;

import java.util.List;
import java.util.stream.Collectors;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import school.chancery.identity.Role;
import school.chancery.identity.SignedIn;
import school.chancery.organization.Organizations;
import school.chancery.organization.SchoolYear;
import school.chancery.organization.SchoolYears;
import school.chancery.yearclosing.domain.ClosingBoard;
import school.chancery.yearclosing.domain.ClosingView;
import school.chancery.yearclosing.domain.Closings;
import school.chancery.yearclosing.process.ClosingPolicy;

/** The closings of a school; for the district, where each of its schools stands (F105). */
@Controller
class ClosingsController {
    private final Closings closings;
    private final ClosingBoard board;
    private final SchoolYears years;
    private final ClosingPolicy policy;
    private final Organizations organizations;

    ClosingsController(
            Closings closings,
            ClosingBoard board,
            SchoolYears years,
            ClosingPolicy policy,
            Organizations organizations) {
        this.closings = closings;
        this.board = board;
        this.years = years;
        this.policy = policy;
        this.organizations = organizations;
    }

    /** One closing in the list of a school. */
    public record Line(ClosingView closing, String year) {}

    @GetMapping("/yearclosing")
    @PreAuthorize(
            "hasAnyRole('DIRECTOR', 'DEPUTY', 'COORDINATOR', 'NETWORK_ADMINISTRATOR', 'SECRETARY', 'DISTRICT_HEAD', 'DISTRICT_SPECIALIST')")
    String closings(@AuthenticationPrincipal SignedIn me, Model model) {
        return me.roles().stream().anyMatch(Role::isDistrict) ? schools(me, model) : school(me, model);
    }

    private String schools(SignedIn me, Model model) {
        model.addAttribute("schools", board.standing(me.organizationId()));
        return "yearclosing/schools";
    }

    private String school(SignedIn me, Model model) {
        var labels =
                years.all(me.organizationId()).stream().collect(Collectors.toMap(SchoolYear::id, SchoolYear::label));
        model.addAttribute(
                "closings",
                closings.all(List.of(me.organizationId())).stream()
                        .map(each -> new Line(each, labels.getOrDefault(each.schoolYearId(), "")))
                        .toList());
        model.addAttribute("zone", organizations.require(me.organizationId()).zone());
        model.addAttribute("mayStart", policy.mayStart(me.organizationId(), me.roles()));
        return "yearclosing/closings";
    }
}
