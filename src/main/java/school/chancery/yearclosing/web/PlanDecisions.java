package school.chancery.yearclosing.web;

import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import school.chancery.workflow.OpenTask;
import school.chancery.workflow.TaskPages;
import school.chancery.workflow.Tasks;
import school.chancery.yearclosing.domain.Refusal;
import school.chancery.yearclosing.process.CloseSchoolYearProcess;
import school.chancery.yearclosing.process.ClosingSteps;
import school.chancery.yearclosing.process.PlanDecision;

/** A person looks at the plan and decides on it; both do the same, each at a task of their own. */
@Component
class PlanDecisions {
    private final ClosingSteps steps;
    private final PlanPages planPages;
    private final Tasks tasks;
    private final TaskPages pages;

    PlanDecisions(ClosingSteps steps, PlanPages planPages, Tasks tasks, TaskPages pages) {
        this.steps = steps;
        this.planPages = planPages;
        this.tasks = tasks;
        this.pages = pages;
    }

    /** Which of the two it is. */
    enum Person {
        FIRST(
                CloseSchoolYearProcess.CONFIRM_CLOSING,
                "yearclosing/close-school-year/confirm-closing",
                "yearclosing.confirm.done."),
        SECOND(
                CloseSchoolYearProcess.COUNTERSIGN_CLOSING,
                "yearclosing/close-school-year/countersign-closing",
                "yearclosing.countersign.done.");

        private final String element;
        private final String template;
        private final String done;

        Person(String element, String template, String done) {
            this.element = element;
            this.template = template;
            this.done = done;
        }
    }

    String show(Person person, String taskId, Model model) {
        var task = tasks.require(taskId, person.element);
        model.addAttribute(new PlanForm(null, null, planPages.hash(task.businessKey())));
        return page(person, task, model);
    }

    String decide(
            Person person,
            UUID accountId,
            String taskId,
            boolean framed,
            PlanForm form,
            BindingResult faults,
            Model model) {
        var task = tasks.require(taskId, person.element);
        form.check(faults);
        if (faults.hasErrors()) return page(person, task, model);
        if (form.decision() == PlanDecision.RETURN) {
            Faults.reject(faults, steps.giveBack(task, Objects.requireNonNull(form.remark()), accountId));
        } else {
            confirm(person, task, Objects.requireNonNull(form.hash()), accountId)
                    .ifPresent(refusal -> Faults.reject(faults, refusal));
        }
        return faults.hasErrors() ? page(person, task, model) : pages.done(framed, person.done + form.decision());
    }

    private Optional<Refusal> confirm(Person person, OpenTask task, String hash, UUID accountId) {
        return switch (person) {
            case FIRST -> steps.confirm(task, hash, accountId);
            case SECOND -> steps.countersign(task, hash, accountId);
        };
    }

    private String page(Person person, OpenTask task, Model model) {
        planPages.fill(task.businessKey(), model);
        return person.template;
    }
}
