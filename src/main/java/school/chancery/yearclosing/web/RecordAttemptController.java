package school.chancery.yearclosing.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import school.chancery.journal.AttemptResult;
import school.chancery.journal.DebtAttempt;
import school.chancery.workflow.OpenTask;
import school.chancery.workflow.TaskPages;
import school.chancery.workflow.Tasks;
import school.chancery.yearclosing.process.SettleDebtProcess;

/** What an attempt brought. */
@Controller
@RequestMapping("/yearclosing/settle-debt/record-attempt")
class RecordAttemptController {
    private final SettleDebtProcess process;
    private final DebtCards cards;
    private final Tasks tasks;
    private final TaskPages pages;

    RecordAttemptController(SettleDebtProcess process, DebtCards cards, Tasks tasks, TaskPages pages) {
        this.process = process;
        this.cards = cards;
        this.tasks = tasks;
        this.pages = pages;
    }

    record RecordAttemptForm(
            @NotNull @Nullable LocalDate heldOn,
            @NotNull @Nullable AttemptResult result) {}

    @GetMapping
    String show(@RequestParam String taskId, Model model) {
        var task = task(taskId);
        var scheduled = cards.line(task.businessKey(), process.debt(task)).attempts().stream()
                .filter(each -> each.result() == null)
                .map(DebtAttempt::scheduledOn)
                .findFirst()
                .orElse(null);
        model.addAttribute(new RecordAttemptForm(scheduled, null));
        return page(task, model);
    }

    @PostMapping
    String record(
            @RequestParam String taskId,
            @RequestParam(defaultValue = "false") boolean framed,
            @Valid @ModelAttribute RecordAttemptForm form,
            BindingResult faults,
            Model model) {
        var task = task(taskId);
        if (!faults.hasErrors())
            DebtFaults.reject(
                    faults,
                    process.record(task, Objects.requireNonNull(form.heldOn()), Objects.requireNonNull(form.result())),
                    "heldOn");
        return faults.hasErrors() ? page(task, model) : pages.done(framed, "yearclosing.debt.recorded");
    }

    private OpenTask task(String taskId) {
        return tasks.require(taskId, SettleDebtProcess.RECORD_ATTEMPT);
    }

    private String page(OpenTask task, Model model) {
        model.addAttribute("card", cards.of(task.businessKey()));
        model.addAttribute("line", cards.line(task.businessKey(), process.debt(task)));
        model.addAttribute("results", AttemptResult.values());
        return "yearclosing/settle-debt/record-attempt";
    }
}
