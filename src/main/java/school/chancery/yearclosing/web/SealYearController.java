package school.chancery.yearclosing.web;

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
import school.chancery.yearclosing.domain.Reconciliations;
import school.chancery.yearclosing.process.CloseSchoolYearProcess;
import school.chancery.yearclosing.process.ClosingSteps;

/** After the reconciliation the year is sealed: from then on nothing of it can be undone. */
@Controller
@RequestMapping("/yearclosing/close-school-year/seal-year")
class SealYearController {
    private final ClosingSteps steps;
    private final Reconciliations reconciliations;
    private final ClosingCards cards;
    private final Tasks tasks;
    private final TaskPages pages;

    SealYearController(
            ClosingSteps steps, Reconciliations reconciliations, ClosingCards cards, Tasks tasks, TaskPages pages) {
        this.steps = steps;
        this.reconciliations = reconciliations;
        this.cards = cards;
        this.tasks = tasks;
        this.pages = pages;
    }

    @GetMapping
    String show(@RequestParam String taskId, Model model) {
        model.addAttribute(new SealYearForm(false));
        return page(task(taskId), model);
    }

    @PostMapping
    String seal(
            @AuthenticationPrincipal SignedIn me,
            @RequestParam String taskId,
            @RequestParam(defaultValue = "false") boolean framed,
            @ModelAttribute SealYearForm form,
            BindingResult faults,
            Model model) {
        var task = task(taskId);
        if (!faults.hasErrors()) form.check(faults);
        if (!faults.hasErrors()) Faults.reject(faults, steps.seal(task, form.reconciled(), me.accountId()));
        return faults.hasErrors() ? page(task, model) : pages.done(framed, "yearclosing.seal.done");
    }

    private OpenTask task(String taskId) {
        return tasks.require(taskId, CloseSchoolYearProcess.SEAL_YEAR);
    }

    private String page(OpenTask task, Model model) {
        cards.fill(task.businessKey(), model);
        model.addAttribute("report", reconciliations.of(task.businessKey()));
        return "yearclosing/close-school-year/seal-year";
    }
}
