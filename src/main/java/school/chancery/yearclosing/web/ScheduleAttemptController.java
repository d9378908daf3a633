package school.chancery.yearclosing.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import school.chancery.workflow.OpenTask;
import school.chancery.workflow.TaskPages;
import school.chancery.workflow.Tasks;
import school.chancery.yearclosing.process.SettleDebtProcess;

/** When a debt is to be made good, and before whom. */
@Controller
@RequestMapping("/yearclosing/settle-debt/schedule-attempt")
class ScheduleAttemptController {
    private final SettleDebtProcess process;
    private final DebtCards cards;
    private final DebtOffers offers;
    private final Tasks tasks;
    private final TaskPages pages;

    ScheduleAttemptController(
            SettleDebtProcess process, DebtCards cards, DebtOffers offers, Tasks tasks, TaskPages pages) {
        this.process = process;
        this.cards = cards;
        this.offers = offers;
        this.tasks = tasks;
        this.pages = pages;
    }

    /** @param commissionOrderId of the second attempt only */
    record ScheduleAttemptForm(
            @NotNull @Nullable LocalDate on,
            @NotNull @Nullable UUID examinerId,
            @Nullable UUID commissionOrderId) {}

    @GetMapping
    String show(@RequestParam String taskId, Model model) {
        var task = task(taskId);
        var line = cards.line(task.businessKey(), process.debt(task));
        model.addAttribute(new ScheduleAttemptForm(null, offers.teacher(line.debt()), null));
        return page(task, model);
    }

    @PostMapping
    String schedule(
            @RequestParam String taskId,
            @RequestParam(defaultValue = "false") boolean framed,
            @Valid @ModelAttribute ScheduleAttemptForm form,
            BindingResult faults,
            Model model) {
        var task = task(taskId);
        if (form.examinerId() != null && !offers.isOffered(task, form.examinerId()))
            faults.rejectValue("examinerId", "yearclosing.debt.refused.examiner");
        if (!faults.hasErrors())
            DebtFaults.reject(
                    faults,
                    process.schedule(
                            task,
                            Objects.requireNonNull(form.on()),
                            form.commissionOrderId(),
                            Objects.requireNonNull(form.examinerId())),
                    "on");
        return faults.hasErrors() ? page(task, model) : pages.done(framed, "yearclosing.debt.scheduled");
    }

    private OpenTask task(String taskId) {
        return tasks.require(taskId, SettleDebtProcess.SCHEDULE_ATTEMPT);
    }

    private String page(OpenTask task, Model model) {
        var card = cards.of(task.businessKey());
        model.addAttribute("card", card);
        model.addAttribute("line", cards.line(task.businessKey(), process.debt(task)));
        model.addAttribute("examiners", offers.examiners(card.about().organizationId()));
        model.addAttribute("commissions", offers.commissions(card.about().organizationId()));
        return "yearclosing/settle-debt/schedule-attempt";
    }
}
