package school.chancery.yearclosing.web;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.PageRequest;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import school.chancery.identity.Role;
import school.chancery.identity.SignedIn;
import school.chancery.organization.Organizations;
import school.chancery.workflow.Cases;
import school.chancery.yearclosing.domain.ClassOutcomes;
import school.chancery.yearclosing.domain.ClosingBoard;
import school.chancery.yearclosing.domain.ClosingView;
import school.chancery.yearclosing.domain.Closings;
import school.chancery.yearclosing.domain.DryRuns;
import school.chancery.yearclosing.domain.Reconciliations;
import school.chancery.yearclosing.domain.YearOutcome;
import school.chancery.yearclosing.process.CloseSchoolYearProcess;

/** Where a closing stands, class by class; what it would change and has changed, by name. */
@Controller
@RequestMapping("/yearclosing/{id}")
class ClosingController {
    private static final String SCHOOL =
            "hasAnyRole('DIRECTOR', 'DEPUTY', 'COORDINATOR', 'NETWORK_ADMINISTRATOR', 'SECRETARY')";

    private final Closings closings;
    private final ClosingBoard board;
    private final ClassOutcomes outcomes;
    private final DryRuns dryRuns;
    private final Reconciliations reconciliations;
    private final PlanPages planPages;
    private final Organizations organizations;
    private final Cases cases;

    ClosingController(
            Closings closings,
            ClosingBoard board,
            ClassOutcomes outcomes,
            DryRuns dryRuns,
            Reconciliations reconciliations,
            PlanPages planPages,
            Organizations organizations,
            Cases cases) {
        this.closings = closings;
        this.board = board;
        this.outcomes = outcomes;
        this.dryRuns = dryRuns;
        this.reconciliations = reconciliations;
        this.planPages = planPages;
        this.organizations = organizations;
        this.cases = cases;
    }

    /** Names nobody, so the district sees it too. */
    @GetMapping
    @PreAuthorize(
            "hasAnyRole('DIRECTOR', 'DEPUTY', 'COORDINATOR', 'NETWORK_ADMINISTRATOR', 'SECRETARY', 'DISTRICT_HEAD', 'DISTRICT_SPECIALIST')")
    String board(@AuthenticationPrincipal SignedIn me, @PathVariable UUID id, Model model) {
        var closing = closings.find(id).orElseThrow(ClosingController::notFound);
        var district = me.roles().stream().anyMatch(Role::isDistrict);
        planPages.fill(id, model);
        model.addAttribute("classes", board.progress(id));
        model.addAttribute("district", district);
        model.addAttribute(
                "school", organizations.require(closing.organizationId()).shortName());
        model.addAttribute("director", me.has(Role.DIRECTOR));
        cases.find(CloseSchoolYearProcess.KEY, id)
                .ifPresent(found -> model.addAttribute("caseId", found.processInstanceId()));
        return "yearclosing/closing";
    }

    @GetMapping("/plan")
    @PreAuthorize(SCHOOL)
    String plan(
            @AuthenticationPrincipal SignedIn me,
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable UUID classId,
            @RequestParam(required = false) @Nullable String outcome,
            @RequestParam(defaultValue = "0") int page,
            Model model) {
        own(me, id);
        var asked = Lists.choice(YearOutcome.class, outcome);
        planPages.fill(id, model);
        model.addAttribute("classId", classId);
        model.addAttribute("outcome", asked);
        model.addAttribute("outcomes", YearOutcome.values());
        model.addAttribute("rows", dryRuns.rows(id, classId, asked, PageRequest.of(Lists.page(page), Lists.PAGE_SIZE)));
        return "yearclosing/plan";
    }

    @GetMapping("/reconciliation")
    @PreAuthorize(SCHOOL)
    String reconciliation(@AuthenticationPrincipal SignedIn me, @PathVariable UUID id, Model model) {
        own(me, id);
        planPages.fill(id, model);
        model.addAttribute("report", reconciliations.of(id));
        return "yearclosing/reconciliation";
    }

    /** The outcomes of a class as they were accepted. */
    @GetMapping("/classes/{classClosingId}")
    @PreAuthorize(SCHOOL)
    String classOutcomes(
            @AuthenticationPrincipal SignedIn me,
            @PathVariable UUID id,
            @PathVariable UUID classClosingId,
            Model model) {
        own(me, id);
        var of = outcomes.ofClosing(id).stream()
                .filter(each -> each.id().equals(classClosingId))
                .findFirst()
                .orElseThrow(ClosingController::notFound);
        model.addAttribute("closing", of);
        model.addAttribute("rows", outcomes.rows(classClosingId));
        return "yearclosing/class";
    }

    private ClosingView own(SignedIn me, UUID id) {
        return closings.find(id)
                .filter(found -> found.organizationId().equals(me.organizationId()))
                .orElseThrow(ClosingController::notFound);
    }

    private static ResponseStatusException notFound() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
