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
import school.chancery.yearclosing.domain.DryRuns;
import school.chancery.yearclosing.domain.NextClasses;
import school.chancery.yearclosing.process.CloseSchoolYearProcess;
import school.chancery.yearclosing.process.ClosingSteps;

/** The classes of the next year: where each class goes on, and pupils for whom that does not say it. */
@Controller
@RequestMapping("/yearclosing/close-school-year/approve-next-classes")
class ApproveNextClassesController {
    private final ClosingSteps steps;
    private final NextClasses nextClasses;
    private final DryRuns dryRuns;
    private final ClosingCards cards;
    private final Tasks tasks;
    private final TaskPages pages;

    ApproveNextClassesController(
            ClosingSteps steps,
            NextClasses nextClasses,
            DryRuns dryRuns,
            ClosingCards cards,
            Tasks tasks,
            TaskPages pages) {
        this.steps = steps;
        this.nextClasses = nextClasses;
        this.dryRuns = dryRuns;
        this.cards = cards;
        this.tasks = tasks;
        this.pages = pages;
    }

    @GetMapping
    String show(@RequestParam String taskId, Model model) {
        return page(task(taskId), model);
    }

    @PostMapping
    String approve(
            @RequestParam String taskId,
            @RequestParam(defaultValue = "false") boolean framed,
            @ModelAttribute ApproveNextClassesForm form,
            BindingResult faults,
            Model model) {
        var task = task(taskId);
        Faults.reject(faults, steps.approveNextClasses(task));
        return faults.hasErrors() ? page(task, model) : pages.done(framed, "yearclosing.next.done");
    }

    /** The links were changed: the pupils are distributed anew. */
    @PostMapping("/distribute")
    String distribute(@RequestParam String taskId, Model model) {
        var task = task(taskId);
        nextClasses.prepare(task.businessKey());
        return page(task, model);
    }

    @PostMapping("/place")
    String place(
            @AuthenticationPrincipal SignedIn me,
            @RequestParam String taskId,
            @Valid @ModelAttribute PlaceForm form,
            BindingResult faults,
            Model model) {
        var task = task(taskId);
        if (!faults.hasErrors()) {
            nextClasses
                    .assign(
                            task.businessKey(),
                            Objects.requireNonNull(form.pupilId()),
                            Objects.requireNonNull(form.classId()),
                            me.accountId())
                    .ifPresent(refusal -> Faults.reject(faults, refusal));
        }
        return page(task, model);
    }

    private OpenTask task(String taskId) {
        return tasks.require(taskId, CloseSchoolYearProcess.APPROVE_NEXT_CLASSES);
    }

    private String page(OpenTask task, Model model) {
        var closing = task.businessKey();
        if (!model.containsAttribute("approveNextClassesForm")) model.addAttribute(new ApproveNextClassesForm());
        if (!model.containsAttribute("placeForm")) model.addAttribute(new PlaceForm(null, null));
        cards.fill(closing, model);
        model.addAttribute("from", nextClasses.from(closing));
        model.addAttribute("to", nextClasses.to(closing));
        model.addAttribute("unplaced", nextClasses.unplaced(closing));
        model.addAttribute("faults", dryRuns.last(closing).faults());
        model.addAttribute("taskId", task.id());
        return "yearclosing/close-school-year/approve-next-classes";
    }
}
