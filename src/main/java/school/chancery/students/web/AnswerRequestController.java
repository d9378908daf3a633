package school.chancery.students.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
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
import school.chancery.students.domain.Answer;
import school.chancery.students.domain.PlaceRequests;
import school.chancery.students.process.ReceiveStudentProcess;
import school.chancery.students.process.ReceiveStudentProcess.PlaceDecision;
import school.chancery.workflow.OpenTask;
import school.chancery.workflow.TaskPages;
import school.chancery.workflow.Tasks;

/** Another school asks for a place: who the child is, and nothing more of it than the answer needs. */
@Controller
@RequestMapping("/students/receive-student/answer-request")
class AnswerRequestController {
    private final ReceiveStudentProcess process;
    private final PlaceRequests requests;
    private final PlaceRequestCards cards;
    private final StudentChoices choices;
    private final Tasks tasks;
    private final TaskPages pages;

    AnswerRequestController(
            ReceiveStudentProcess process,
            PlaceRequests requests,
            PlaceRequestCards cards,
            StudentChoices choices,
            Tasks tasks,
            TaskPages pages) {
        this.process = process;
        this.requests = requests;
        this.cards = cards;
        this.choices = choices;
        this.tasks = tasks;
        this.pages = pages;
    }

    record AnswerRequestForm(
            @NotNull @Nullable PlaceDecision decision,
            @Nullable UUID classId,
            @Size(max = 1000) @Nullable String reason) {}

    @GetMapping
    String show(@RequestParam String taskId, Model model) {
        model.addAttribute(new AnswerRequestForm(null, null, null));
        return page(task(taskId), model);
    }

    @PostMapping
    String answer(
            @AuthenticationPrincipal SignedIn me,
            @RequestParam String taskId,
            @RequestParam(defaultValue = "false") boolean framed,
            @Valid @ModelAttribute AnswerRequestForm form,
            BindingResult faults,
            Model model) {
        var task = task(taskId);
        if (form.decision() == PlaceDecision.ACCEPT) Faults.require(faults, "classId", form.classId());
        if (form.decision() == PlaceDecision.REFUSE) Faults.require(faults, "reason", form.reason());
        if (!faults.hasErrors() && answer(task, form, me) instanceof Answer.Refused refused) {
            Faults.reject(faults, refused.reasons());
        }
        return faults.hasErrors()
                ? page(task, model)
                : pages.done(framed, "students.answer-request.done." + form.decision());
    }

    private Answer answer(OpenTask task, AnswerRequestForm form, SignedIn me) {
        return form.decision() == PlaceDecision.ACCEPT
                ? process.accept(task, Objects.requireNonNull(form.classId()), me.accountId())
                : process.refuse(task, Objects.requireNonNull(form.reason()), me.accountId());
    }

    private OpenTask task(String taskId) {
        return tasks.require(taskId, ReceiveStudentProcess.ANSWER_REQUEST);
    }

    private String page(OpenTask task, Model model) {
        var request = requests.require(task.businessKey());
        model.addAttribute("card", cards.of(request));
        model.addAttribute(
                "classes",
                choices.classesOn(request.organizationId(), request.newcomer().grade(), request.wantedOn()));
        model.addAttribute("decisions", PlaceDecision.values());
        return "students/receive-student/answer-request";
    }
}
