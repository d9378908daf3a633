package school.chancery.platform.web;

import jakarta.validation.Valid;
import java.util.Objects;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import school.chancery.platform.domain.Appointments;
import school.chancery.platform.process.AppointAdministratorProcess;
import school.chancery.workflow.OpenTask;
import school.chancery.workflow.TaskPages;
import school.chancery.workflow.Tasks;

/** A registered order appoints an employee who left before its day: nobody gets the role, the director is told. */
@Controller
@RequestMapping("/platform/appoint-administrator/review-candidate-left")
class ReviewCandidateLeftController {
    private final AppointAdministratorProcess process;
    private final Appointments appointments;
    private final AppointmentCards cards;
    private final Tasks tasks;
    private final TaskPages pages;

    ReviewCandidateLeftController(
            AppointAdministratorProcess process,
            Appointments appointments,
            AppointmentCards cards,
            Tasks tasks,
            TaskPages pages) {
        this.process = process;
        this.appointments = appointments;
        this.cards = cards;
        this.tasks = tasks;
        this.pages = pages;
    }

    @GetMapping
    String show(@RequestParam String taskId, Model model) {
        model.addAttribute(ReviewCandidateLeftForm.EMPTY);
        return page(task(taskId), model);
    }

    @PostMapping
    String review(
            @RequestParam String taskId,
            @RequestParam(defaultValue = "false") boolean framed,
            @Valid @ModelAttribute ReviewCandidateLeftForm form,
            BindingResult faults,
            Model model) {
        var task = task(taskId);
        if (faults.hasErrors()) return page(task, model);
        process.review(task, Objects.requireNonNull(form.reason()));
        return pages.done(framed, "platform.appoint.left.done");
    }

    private OpenTask task(String taskId) {
        return tasks.require(taskId, AppointAdministratorProcess.REVIEW_CANDIDATE_LEFT);
    }

    private String page(OpenTask task, Model model) {
        model.addAttribute("appointment", cards.of(appointments.require(task.businessKey())));
        return "platform/appoint-administrator/review-candidate-left";
    }
}
