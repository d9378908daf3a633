package school.chancery.students.web;

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
import school.chancery.organization.Organizations;
import school.chancery.students.domain.Answer;
import school.chancery.students.domain.PlaceRequests;
import school.chancery.students.process.ReceiveStudentProcess;
import school.chancery.students.process.ReceiveStudentProcess.DocumentsDecision;
import school.chancery.workflow.OpenTask;
import school.chancery.workflow.TaskPages;
import school.chancery.workflow.Tasks;

/** The parents have come with the personal file and apply for enrolment. */
@Controller
@RequestMapping("/students/receive-student/receive-documents")
class ReceiveDocumentsController {
    private final ReceiveStudentProcess process;
    private final PlaceRequests requests;
    private final PlaceRequestCards cards;
    private final StudentChoices choices;
    private final Organizations organizations;
    private final Scans scans;
    private final Tasks tasks;
    private final TaskPages pages;

    ReceiveDocumentsController(
            ReceiveStudentProcess process,
            PlaceRequests requests,
            PlaceRequestCards cards,
            StudentChoices choices,
            Organizations organizations,
            Scans scans,
            Tasks tasks,
            TaskPages pages) {
        this.process = process;
        this.requests = requests;
        this.cards = cards;
        this.choices = choices;
        this.organizations = organizations;
        this.scans = scans;
        this.tasks = tasks;
        this.pages = pages;
    }

    @GetMapping
    String show(@AuthenticationPrincipal SignedIn me, @RequestParam String taskId, Model model) {
        var task = task(taskId);
        var request = requests.require(task.businessKey());
        var today = organizations.today(me.organizationId());
        var left = Objects.requireNonNull(request.leftOn());
        model.addAttribute(new ReceiveDocumentsForm(
                null, null, today, null, request.classId(), left.isAfter(today) ? left : today, null));
        return page(task, model);
    }

    @PostMapping
    String receive(
            @AuthenticationPrincipal SignedIn me,
            @RequestParam String taskId,
            @RequestParam(defaultValue = "false") boolean framed,
            @Valid @ModelAttribute ReceiveDocumentsForm form,
            BindingResult faults,
            Model model) {
        var task = task(taskId);
        form.check(faults);
        var scan = scans.of(form.application(), "application", me.organizationId(), faults);
        if (faults.hasErrors()) return page(task, model);
        if (form.decision() == DocumentsDecision.NOT_COME) {
            process.giveUp(task, Objects.requireNonNull(form.reason()));
        } else if (process.receive(task, form.toDocuments(scan, me.accountId())) instanceof Answer.Refused refused) {
            Faults.reject(faults, refused.reasons());
            return page(task, model);
        }
        return pages.done(framed, "students.receive.done." + form.decision());
    }

    private OpenTask task(String taskId) {
        return tasks.require(taskId, ReceiveStudentProcess.RECEIVE_DOCUMENTS);
    }

    private String page(OpenTask task, Model model) {
        var request = requests.require(task.businessKey());
        model.addAttribute("card", cards.of(request));
        model.addAttribute(
                "classes",
                choices.classesOn(
                        request.organizationId(),
                        request.newcomer().grade(),
                        Objects.requireNonNull(request.leftOn())));
        model.addAttribute("decisions", DocumentsDecision.values());
        return "students/receive-student/receive-documents";
    }
}
