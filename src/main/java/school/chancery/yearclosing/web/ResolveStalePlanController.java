package school.chancery.yearclosing.web;

import jakarta.validation.Valid;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
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
import school.chancery.yearclosing.domain.ClassOutcomes;
import school.chancery.yearclosing.domain.DryRuns;
import school.chancery.yearclosing.domain.StalePlans;
import school.chancery.yearclosing.domain.StalePlans.Revision;
import school.chancery.yearclosing.process.CloseSchoolYearProcess;
import school.chancery.yearclosing.process.ClosingSteps;

/** The plan was given back, its order rejected, or somebody has come or gone since: what is to be looked at again. */
@Controller
@RequestMapping("/yearclosing/close-school-year/resolve-stale-plan")
class ResolveStalePlanController {
    private final ClosingSteps steps;
    private final StalePlans stalePlans;
    private final DryRuns dryRuns;
    private final ClassOutcomes outcomes;
    private final ClosingCards cards;
    private final Tasks tasks;
    private final TaskPages pages;

    ResolveStalePlanController(
            ClosingSteps steps,
            StalePlans stalePlans,
            DryRuns dryRuns,
            ClassOutcomes outcomes,
            ClosingCards cards,
            Tasks tasks,
            TaskPages pages) {
        this.steps = steps;
        this.stalePlans = stalePlans;
        this.dryRuns = dryRuns;
        this.outcomes = outcomes;
        this.cards = cards;
        this.tasks = tasks;
        this.pages = pages;
    }

    @GetMapping
    String show(@RequestParam String taskId, Model model) {
        model.addAttribute(new ResolveStalePlanForm(null, null, null));
        return page(task(taskId), model);
    }

    @PostMapping
    String resolve(
            @AuthenticationPrincipal SignedIn me,
            @RequestParam String taskId,
            @RequestParam(defaultValue = "false") boolean framed,
            @Valid @ModelAttribute ResolveStalePlanForm form,
            BindingResult faults,
            Model model) {
        var task = task(taskId);
        form.check(faults);
        if (!faults.hasErrors()) {
            Faults.reject(
                    faults,
                    steps.revise(
                            task,
                            Objects.requireNonNull(form.revision()),
                            Objects.requireNonNull(form.reason()),
                            form.chosen(),
                            me.accountId()));
        }
        return faults.hasErrors() ? page(task, model) : pages.done(framed, "yearclosing.stale.done." + form.revision());
    }

    private OpenTask task(String taskId) {
        return tasks.require(taskId, CloseSchoolYearProcess.RESOLVE_STALE_PLAN);
    }

    private String page(OpenTask task, Model model) {
        var closing = task.businessKey();
        cards.fill(closing, model);
        model.addAttribute("faults", dryRuns.last(closing).faults());
        model.addAttribute("changes", stalePlans.changes(closing));
        model.addAttribute("issued", stalePlans.ordersIssued(closing));
        model.addAttribute("remark", stalePlans.remark(closing).orElse(null));
        model.addAttribute("revisions", Revision.values());
        model.addAttribute("classes", labels(closing));
        return "yearclosing/close-school-year/resolve-stale-plan";
    }

    private Map<UUID, String> labels(UUID closingId) {
        var labels = new LinkedHashMap<UUID, String>();
        outcomes.ofClosing(closingId).forEach(one -> labels.put(one.id(), one.classLabel()));
        return labels;
    }
}
