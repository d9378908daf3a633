package school.chancery.students.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.Objects;
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
import school.chancery.organization.Organizations;
import school.chancery.students.domain.Transfers;
import school.chancery.students.process.TransferStudentProcess;
import school.chancery.workflow.OpenTask;
import school.chancery.workflow.TaskPages;
import school.chancery.workflow.Tasks;

/** The parents get the personal file and the extract of marks. */
@Controller
@RequestMapping("/students/transfer-student/hand-over-file")
class HandOverFileController {
    private final TransferStudentProcess process;
    private final Transfers transfers;
    private final TransferCards cards;
    private final Organizations organizations;
    private final Tasks tasks;
    private final TaskPages pages;

    HandOverFileController(
            TransferStudentProcess process,
            Transfers transfers,
            TransferCards cards,
            Organizations organizations,
            Tasks tasks,
            TaskPages pages) {
        this.process = process;
        this.transfers = transfers;
        this.cards = cards;
        this.organizations = organizations;
        this.tasks = tasks;
        this.pages = pages;
    }

    record HandOverFileForm(
            @NotNull @Nullable LocalDate handedOn,
            @NotBlank @Size(max = 300) @Nullable String handedTo) {}

    @GetMapping
    String show(@AuthenticationPrincipal SignedIn me, @RequestParam String taskId, Model model) {
        var task = task(taskId);
        var to = transfers.require(task.businessKey()).applicant();
        model.addAttribute(new HandOverFileForm(organizations.today(me.organizationId()), to));
        return page(task, model);
    }

    @PostMapping
    String handOver(
            @RequestParam String taskId,
            @RequestParam(defaultValue = "false") boolean framed,
            @Valid @ModelAttribute HandOverFileForm form,
            BindingResult faults,
            Model model) {
        var task = task(taskId);
        if (!faults.hasErrors()) {
            process.handOverFile(task, Objects.requireNonNull(form.handedOn()), Objects.requireNonNull(form.handedTo()))
                    .ifPresent(refusal -> Faults.reject(faults, refusal));
        }
        return faults.hasErrors() ? page(task, model) : pages.done(framed, "students.hand-over.done");
    }

    private OpenTask task(String taskId) {
        return tasks.require(taskId, TransferStudentProcess.HAND_OVER_FILE);
    }

    private String page(OpenTask task, Model model) {
        model.addAttribute("card", cards.of(transfers.require(task.businessKey())));
        return "students/transfer-student/hand-over-file";
    }
}
