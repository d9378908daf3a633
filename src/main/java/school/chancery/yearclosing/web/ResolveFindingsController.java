package school.chancery.yearclosing.web;

import jakarta.validation.Valid;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.PageRequest;
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
import school.chancery.workflow.OpenTask;
import school.chancery.workflow.TaskPages;
import school.chancery.workflow.Tasks;
import school.chancery.yearclosing.domain.Check;
import school.chancery.yearclosing.domain.Findings;
import school.chancery.yearclosing.process.CloseSchoolYearProcess;
import school.chancery.yearclosing.process.ClosingSteps;
import school.chancery.yearclosing.process.FindingsDecision;

/** What the checks found: mended elsewhere, explained here, looked at anew as often as wanted. */
@Controller
@RequestMapping("/yearclosing/close-school-year/resolve-findings")
class ResolveFindingsController {
    private final ClosingSteps steps;
    private final Findings findings;
    private final FindingLinks links;
    private final Tasks tasks;
    private final TaskPages pages;

    ResolveFindingsController(ClosingSteps steps, Findings findings, FindingLinks links, Tasks tasks, TaskPages pages) {
        this.steps = steps;
        this.findings = findings;
        this.links = links;
        this.tasks = tasks;
        this.pages = pages;
    }

    /** What is shown of the list. */
    record Shown(Check.@Nullable Severity severity, int page) {
        static Shown of(@Nullable String severity, int page) {
            return new Shown(Lists.choice(Check.Severity.class, severity), Lists.page(page));
        }
    }

    @GetMapping
    String show(
            @RequestParam String taskId,
            @RequestParam(required = false) @Nullable String severity,
            @RequestParam(defaultValue = "0") int page,
            Model model) {
        model.addAttribute(new ResolveFindingsForm(FindingsDecision.RECHECK, null));
        model.addAttribute(new ExplainForm(null, null));
        return page(task(taskId), Shown.of(severity, page), model);
    }

    @PostMapping
    String resolve(
            @RequestParam String taskId,
            @RequestParam(defaultValue = "false") boolean framed,
            @Valid @ModelAttribute ResolveFindingsForm form,
            BindingResult faults,
            Model model) {
        var task = task(taskId);
        form.check(faults);
        if (faults.hasErrors()) {
            model.addAttribute(new ExplainForm(null, null));
            return page(task, Shown.of(null, 0), model);
        }
        steps.resolveFindings(task, Objects.requireNonNull(form.decision()), form.reason());
        return pages.done(framed, "yearclosing.findings.done." + form.decision());
    }

    @PostMapping("/explain")
    String explain(
            @AuthenticationPrincipal SignedIn me,
            @RequestParam String taskId,
            @RequestParam(required = false) @Nullable String severity,
            @RequestParam(defaultValue = "0") int page,
            @Valid @ModelAttribute ExplainForm form,
            BindingResult faults,
            Model model) {
        var task = task(taskId);
        if (!faults.hasErrors()) {
            findings.explain(
                            task.businessKey(),
                            Objects.requireNonNull(form.findingId()),
                            Objects.requireNonNull(form.explanation()),
                            me.accountId())
                    .ifPresent(refusal -> Faults.reject(faults, refusal));
        }
        model.addAttribute(new ResolveFindingsForm(FindingsDecision.RECHECK, null));
        return page(task, Shown.of(severity, page), model);
    }

    private OpenTask task(String taskId) {
        return tasks.require(taskId, CloseSchoolYearProcess.RESOLVE_FINDINGS);
    }

    private String page(OpenTask task, Shown shown, Model model) {
        model.addAttribute("counts", findings.counts(task.businessKey()));
        model.addAttribute(
                "findings",
                findings.page(task.businessKey(), shown.severity(), PageRequest.of(shown.page(), Lists.PAGE_SIZE)));
        model.addAttribute("severity", shown.severity());
        model.addAttribute("severities", Check.Severity.values());
        model.addAttribute("at", shown.page());
        model.addAttribute("links", links);
        model.addAttribute("taskId", task.id());
        model.addAttribute("decisions", FindingsDecision.values());
        return "yearclosing/close-school-year/resolve-findings";
    }
}
