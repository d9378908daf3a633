package school.chancery.students.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import school.chancery.students.domain.AdmissionDocument;
import school.chancery.students.domain.Admissions;
import school.chancery.students.process.EnrolNewcomerProcess;
import school.chancery.students.process.ReceiveStudentProcess.DocumentsDecision;
import school.chancery.workflow.OpenTask;
import school.chancery.workflow.TaskPages;
import school.chancery.workflow.Tasks;

/** What the parents have brought for the admission. */
@Controller
@RequestMapping("/students/enrol-newcomer/check-documents")
class CheckDocumentsController {
    private final EnrolNewcomerProcess process;
    private final Admissions admissions;
    private final Tasks tasks;
    private final TaskPages pages;

    CheckDocumentsController(EnrolNewcomerProcess process, Admissions admissions, Tasks tasks, TaskPages pages) {
        this.process = process;
        this.admissions = admissions;
        this.tasks = tasks;
        this.pages = pages;
    }

    record CheckDocumentsForm(
            @NotNull @Nullable DocumentsDecision decision,
            @Nullable List<AdmissionDocument> documents,
            @Size(max = 1000) @Nullable String reason) {
        Set<AdmissionDocument> brought() {
            return documents == null
                    ? Set.of()
                    : documents.stream().filter(Objects::nonNull).collect(Collectors.toUnmodifiableSet());
        }
    }

    @GetMapping
    String show(@RequestParam String taskId, Model model) {
        model.addAttribute(new CheckDocumentsForm(null, List.of(), null));
        return page(task(taskId), model);
    }

    @PostMapping
    String check(
            @RequestParam String taskId,
            @RequestParam(defaultValue = "false") boolean framed,
            @Valid @ModelAttribute CheckDocumentsForm form,
            BindingResult faults,
            Model model) {
        var task = task(taskId);
        if (form.decision() == DocumentsDecision.NOT_COME) Faults.require(faults, "reason", form.reason());
        if (form.decision() == DocumentsDecision.TAKEN && !faults.hasFieldErrors("documents") && !isComplete(form))
            faults.rejectValue("documents", "students.refused.documents-missing");
        if (faults.hasErrors()) return page(task, model);
        if (form.decision() == DocumentsDecision.TAKEN) {
            process.accept(task, form.brought());
        } else {
            process.decline(task, Objects.requireNonNull(form.reason()));
        }
        return pages.done(framed, "students.newcomer.documents.done." + form.decision());
    }

    private static boolean isComplete(CheckDocumentsForm form) {
        return Stream.of(AdmissionDocument.values())
                .filter(AdmissionDocument::isNeeded)
                .allMatch(form.brought()::contains);
    }

    private OpenTask task(String taskId) {
        return tasks.require(taskId, EnrolNewcomerProcess.CHECK_DOCUMENTS);
    }

    private String page(OpenTask task, Model model) {
        model.addAttribute("admission", admissions.require(task.businessKey()));
        model.addAttribute("all", AdmissionDocument.values());
        model.addAttribute("decisions", DocumentsDecision.values());
        return "students/enrol-newcomer/check-documents";
    }
}
