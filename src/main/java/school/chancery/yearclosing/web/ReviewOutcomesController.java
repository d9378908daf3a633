package school.chancery.yearclosing.web;

import jakarta.validation.Valid;
import java.util.List;
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
import school.chancery.yearclosing.domain.Refusal;
import school.chancery.yearclosing.process.CloseClassProcess;
import school.chancery.yearclosing.process.ReviewDecision;

/** The deputy accepts what the class teacher proposes, or gives it back with a remark. */
@Controller
@RequestMapping("/yearclosing/close-class/review-outcomes")
class ReviewOutcomesController {
    private final CloseClassProcess process;
    private final ClassPages classPages;
    private final Tasks tasks;
    private final TaskPages pages;

    ReviewOutcomesController(CloseClassProcess process, ClassPages classPages, Tasks tasks, TaskPages pages) {
        this.process = process;
        this.classPages = classPages;
        this.tasks = tasks;
        this.pages = pages;
    }

    @GetMapping
    String show(@RequestParam String taskId, Model model) {
        var task = task(taskId);
        model.addAttribute(new ReviewOutcomesForm(null, null));
        return page(task, model);
    }

    @PostMapping
    String review(
            @AuthenticationPrincipal SignedIn me,
            @RequestParam String taskId,
            @RequestParam(defaultValue = "false") boolean framed,
            @Valid @ModelAttribute ReviewOutcomesForm form,
            BindingResult faults,
            Model model) {
        var task = task(taskId);
        form.check(faults);
        if (!faults.hasErrors()) Faults.reject(faults, decide(me, task, form));
        return faults.hasErrors()
                ? page(task, model)
                : pages.done(framed, "yearclosing.review.done." + form.decision());
    }

    private List<Refusal> decide(SignedIn me, OpenTask task, ReviewOutcomesForm form) {
        return form.decision() == ReviewDecision.ACCEPT
                ? process.accept(task, me.accountId())
                : process.giveBack(task, Objects.requireNonNull(form.remark()), me.accountId());
    }

    private OpenTask task(String taskId) {
        return tasks.require(taskId, CloseClassProcess.REVIEW_OUTCOMES);
    }

    private String page(OpenTask task, Model model) {
        classPages.fill(task.businessKey(), model);
        model.addAttribute("decisions", ReviewDecision.values());
        return "yearclosing/close-class/review-outcomes";
    }
}
