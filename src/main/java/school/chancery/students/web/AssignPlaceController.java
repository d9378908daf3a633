package school.chancery.students.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
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
import school.chancery.students.domain.Admissions;
import school.chancery.students.process.EnrolNewcomerProcess;
import school.chancery.students.process.ReceiveStudentProcess.PlaceDecision;
import school.chancery.workflow.OpenTask;
import school.chancery.workflow.TaskPages;
import school.chancery.workflow.Tasks;

/** Places are counted and the class is chosen. */
@Controller
@RequestMapping("/students/enrol-newcomer/assign-place")
class AssignPlaceController {
    private final EnrolNewcomerProcess process;
    private final Admissions admissions;
    private final StudentChoices choices;
    private final Tasks tasks;
    private final TaskPages pages;

    AssignPlaceController(
            EnrolNewcomerProcess process, Admissions admissions, StudentChoices choices, Tasks tasks, TaskPages pages) {
        this.process = process;
        this.admissions = admissions;
        this.choices = choices;
        this.tasks = tasks;
        this.pages = pages;
    }

    record AssignPlaceForm(
            @NotNull @Nullable PlaceDecision decision,
            @Nullable UUID classId,
            @Size(max = 1000) @Nullable String reason) {}

    @GetMapping
    String show(@RequestParam String taskId, Model model) {
        model.addAttribute(new AssignPlaceForm(null, null, null));
        return page(task(taskId), model);
    }

    @PostMapping
    String assign(
            @RequestParam String taskId,
            @RequestParam(defaultValue = "false") boolean framed,
            @Valid @ModelAttribute AssignPlaceForm form,
            BindingResult faults,
            Model model) {
        var task = task(taskId);
        if (form.decision() == PlaceDecision.ACCEPT) Faults.require(faults, "classId", form.classId());
        if (form.decision() == PlaceDecision.REFUSE) Faults.require(faults, "reason", form.reason());
        if (!faults.hasErrors()) assign(task, form, faults);
        return faults.hasErrors()
                ? page(task, model)
                : pages.done(framed, "students.newcomer.place.done." + form.decision());
    }

    private void assign(OpenTask task, AssignPlaceForm form, BindingResult faults) {
        if (form.decision() == PlaceDecision.ACCEPT) {
            process.place(task, Objects.requireNonNull(form.classId()))
                    .ifPresent(refusal -> Faults.reject(faults, refusal));
        } else {
            process.refuse(task, Objects.requireNonNull(form.reason()));
        }
    }

    private OpenTask task(String taskId) {
        return tasks.require(taskId, EnrolNewcomerProcess.ASSIGN_PLACE);
    }

    private String page(OpenTask task, Model model) {
        var admission = admissions.require(task.businessKey());
        model.addAttribute("admission", admission);
        model.addAttribute(
                "classes", choices.classes(admission.schoolYearId(), admission.grade(), admission.enrolFrom()));
        model.addAttribute("decisions", PlaceDecision.values());
        return "students/enrol-newcomer/assign-place";
    }
}
