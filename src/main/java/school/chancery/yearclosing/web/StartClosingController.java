package school.chancery.yearclosing.web;

import jakarta.validation.Valid;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.springframework.security.access.prepost.PreAuthorize;
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
import school.chancery.organization.Organizations;
import school.chancery.organization.SchoolYear;
import school.chancery.organization.SchoolYears;
import school.chancery.workflow.TaskPages;
import school.chancery.yearclosing.process.CloseSchoolYearProcess;
import school.chancery.yearclosing.process.ClosingPolicy;
import school.chancery.yearclosing.process.Started;

/** Start form: the year that is to be closed. */
@Controller
@RequestMapping("/yearclosing/close-school-year/start")
@PreAuthorize("hasAnyRole('DIRECTOR', 'DEPUTY', 'COORDINATOR')")
class StartClosingController {
    private final CloseSchoolYearProcess process;
    private final ClosingPolicy policy;
    private final SchoolYears years;
    private final Organizations organizations;
    private final TaskPages pages;

    StartClosingController(
            CloseSchoolYearProcess process,
            ClosingPolicy policy,
            SchoolYears years,
            Organizations organizations,
            TaskPages pages) {
        this.process = process;
        this.policy = policy;
        this.years = years;
        this.organizations = organizations;
        this.pages = pages;
    }

    @GetMapping
    String show(@AuthenticationPrincipal SignedIn me, Model model) {
        var running = years.on(me.organizationId(), organizations.today(me.organizationId()));
        model.addAttribute(new StartClosingForm(running.map(SchoolYear::id).orElse(null)));
        return page(me, model);
    }

    @PostMapping
    String start(
            @AuthenticationPrincipal SignedIn me,
            @RequestParam(defaultValue = "false") boolean framed,
            @Valid @ModelAttribute StartClosingForm form,
            BindingResult faults,
            Model model) {
        if (!policy.mayStart(me.organizationId(), me.roles())) faults.reject("yearclosing.refused.not-starter");
        if (faults.hasErrors()) return page(me, model);
        var year = Objects.requireNonNull(form.schoolYearId());
        var started = process.start(me.organizationId(), year, me.accountId());
        if (started instanceof Started.Running running)
            return pages.started(framed, running.processInstanceId(), "yearclosing.start.done");
        Faults.reject(faults, ((Started.Refused) started).reasons());
        return page(me, model);
    }

    private String page(SignedIn me, Model model) {
        model.addAttribute("years", labels(me.organizationId()));
        return "yearclosing/close-school-year/start";
    }

    // Years that have begun; those closed already are refused with the reason.
    private Map<UUID, String> labels(UUID organizationId) {
        var today = organizations.today(organizationId);
        var labels = new LinkedHashMap<UUID, String>();
        years.all(organizationId).stream()
                .filter(year -> !year.startsOn().isAfter(today))
                .forEach(year -> labels.put(year.id(), year.label()));
        return labels;
    }
}
