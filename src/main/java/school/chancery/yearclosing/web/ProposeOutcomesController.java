package school.chancery.yearclosing.web;

import jakarta.validation.Valid;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.validation.Errors;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import school.chancery.identity.Role;
import school.chancery.identity.SignedIn;
import school.chancery.workflow.OpenTask;
import school.chancery.workflow.TaskPages;
import school.chancery.workflow.Tasks;
import school.chancery.yearclosing.domain.ClassOutcomes;
import school.chancery.yearclosing.domain.Refusal;
import school.chancery.yearclosing.process.CloseClassProcess;

/** The class teacher's page: every pupil of the class on one screen, saved row by row, then handed to the deputy. */
@Controller
@RequestMapping("/yearclosing/close-class/propose-outcomes")
class ProposeOutcomesController {
    private final CloseClassProcess process;
    private final ClassOutcomes outcomes;
    private final ClassPages classPages;
    private final MessageSource messages;
    private final Tasks tasks;
    private final TaskPages pages;

    ProposeOutcomesController(
            CloseClassProcess process,
            ClassOutcomes outcomes,
            ClassPages classPages,
            MessageSource messages,
            Tasks tasks,
            TaskPages pages) {
        this.process = process;
        this.outcomes = outcomes;
        this.classPages = classPages;
        this.messages = messages;
        this.tasks = tasks;
        this.pages = pages;
    }

    @GetMapping
    String show(@AuthenticationPrincipal SignedIn me, @RequestParam String taskId, Model model) {
        var task = task(me, taskId);
        model.addAttribute(new SendOutcomesForm());
        return page(task, model);
    }

    @PostMapping
    String send(
            @AuthenticationPrincipal SignedIn me,
            @RequestParam String taskId,
            @RequestParam(defaultValue = "false") boolean framed,
            @ModelAttribute SendOutcomesForm form,
            BindingResult faults,
            Model model) {
        var task = task(me, taskId);
        Faults.reject(faults, process.send(task, me.accountId()));
        return faults.hasErrors() ? page(task, model) : pages.done(framed, "yearclosing.propose.done");
    }

    /** The rule is asked anew: marks may have come in since. */
    @PostMapping("/recalculate")
    String recalculate(
            @AuthenticationPrincipal SignedIn me,
            @RequestParam String taskId,
            @RequestParam(defaultValue = "false") boolean framed,
            Model model) {
        var task = task(me, taskId);
        outcomes.propose(task.businessKey());
        model.addAttribute(new SendOutcomesForm());
        return page(task, model);
    }

    /** A row, by the script of the page: what became of it in one sentence. */
    @PostMapping(path = "/outcome", headers = "X-Requested-With")
    ResponseEntity<String> save(
            @AuthenticationPrincipal SignedIn me,
            @RequestParam String taskId,
            @Valid @ModelAttribute OutcomeForm form,
            BindingResult faults,
            Locale locale) {
        keep(me, task(me, taskId), form, faults);
        var fault = faults.getAllErrors().stream().findFirst();
        return fault.isEmpty()
                ? ResponseEntity.ok(messages.getMessage("yearclosing.propose.saved", null, locale))
                : ResponseEntity.status(HttpStatus.UNPROCESSABLE_ENTITY).body(messages.getMessage(fault.get(), locale));
    }

    /** The same without a script: the whole page comes back. */
    @PostMapping(path = "/outcome", headers = "!X-Requested-With")
    String saveRow(
            @AuthenticationPrincipal SignedIn me,
            @RequestParam String taskId,
            @Valid @ModelAttribute OutcomeForm form,
            BindingResult faults,
            Model model) {
        var task = task(me, taskId);
        keep(me, task, form, faults);
        var shown = new SendOutcomesForm();
        model.addAttribute(shown);
        if (faults.hasErrors())
            model.addAttribute("rowFault", faults.getAllErrors().get(0));
        return page(task, model);
    }

    private void keep(SignedIn me, OpenTask task, OutcomeForm form, Errors faults) {
        if (faults.hasErrors()) return;
        save(me, task, form).ifPresent(refusal -> Faults.reject(faults, refusal));
    }

    private Optional<Refusal> save(SignedIn me, OpenTask task, OutcomeForm form) {
        return outcomes.save(
                task.businessKey(),
                Objects.requireNonNull(form.pupilId()),
                Objects.requireNonNull(form.outcome()),
                form.reason(),
                me.accountId());
    }

    private OpenTask task(SignedIn me, String taskId) {
        var task = tasks.require(taskId, CloseClassProcess.PROPOSE_OUTCOMES);
        if (!me.has(Role.DEPUTY) && !process.mayPropose(task, me.accountId()))
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        return task;
    }

    private String page(OpenTask task, Model model) {
        classPages.fill(task.businessKey(), model);
        model.addAttribute("taskId", task.id());
        return "yearclosing/close-class/propose-outcomes";
    }
}
