package school.chancery.yearclosing.web;

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
import org.springframework.web.bind.annotation.RequestParam;
import school.chancery.identity.SignedIn;
import school.chancery.workflow.OpenTask;
import school.chancery.workflow.TaskPages;
import school.chancery.workflow.Tasks;
import school.chancery.yearclosing.process.CloseSchoolYearProcess;
import school.chancery.yearclosing.process.ClosingSteps;
import school.chancery.yearclosing.process.PlanDecision;

/** The second of the two persons, never the same. */
@Controller
@RequestMapping("/yearclosing/close-school-year/countersign-closing")
class CountersignClosingController {
    private final ClosingSteps steps;
    private final PlanPages planPages;
    private final Tasks tasks;
    private final TaskPages pages;

    CountersignClosingController(ClosingSteps steps, PlanPages planPages, Tasks tasks, TaskPages pages) {
        this.steps = steps;
        this.planPages = planPages;
        this.tasks = tasks;
        this.pages = pages;
    }

    @GetMapping
    String show(@RequestParam String taskId, Model model) {
        var task = task(taskId);
        model.addAttribute(new PlanForm(null, null, planPages.hash(task.businessKey())));
        return page(task, model);
    }

    @PostMapping
    String decide(
            @AuthenticationPrincipal SignedIn me,
            @RequestParam String taskId,
            @RequestParam(defaultValue = "false") boolean framed,
            @Valid @ModelAttribute PlanForm form,
            BindingResult faults,
            Model model) {
        var task = task(taskId);
        form.check(faults);
        if (faults.hasErrors()) return page(task, model);
        if (form.decision() == PlanDecision.RETURN) {
            Faults.reject(faults, steps.giveBack(task, Objects.requireNonNull(form.remark()), me.accountId()));
        } else {
            steps.countersign(task, Objects.requireNonNull(form.hash()), me.accountId())
                    .ifPresent(refusal -> Faults.reject(faults, refusal));
        }
        return faults.hasErrors()
                ? page(task, model)
                : pages.done(framed, "yearclosing.countersign.done." + form.decision());
    }

    private OpenTask task(String taskId) {
        return tasks.require(taskId, CloseSchoolYearProcess.COUNTERSIGN_CLOSING);
    }

    private String page(OpenTask task, Model model) {
        planPages.fill(task.businessKey(), model);
        return "yearclosing/close-school-year/countersign-closing";
    }
}
