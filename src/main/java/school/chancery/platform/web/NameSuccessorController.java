package school.chancery.platform.web;

import jakarta.validation.Valid;
import java.util.Objects;
import org.springframework.dao.DataIntegrityViolationException;
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
import school.chancery.platform.domain.AppointmentView;
import school.chancery.platform.domain.Appointments;
import school.chancery.platform.domain.Reliefs;
import school.chancery.platform.process.RelieveAdministratorProcess;
import school.chancery.platform.process.Started;
import school.chancery.workflow.OpenTask;
import school.chancery.workflow.TaskPages;
import school.chancery.workflow.Tasks;

/** The organization is left without a main administrator: the director names the next one, or says why not yet. */
@Controller
@RequestMapping("/platform/relieve-administrator/name-successor")
class NameSuccessorController {
    private final RelieveAdministratorProcess process;
    private final Reliefs reliefs;
    private final Appointments appointments;
    private final AppointmentCards cards;
    private final Organizations organizations;
    private final PlatformChoices choices;
    private final Tasks tasks;
    private final TaskPages pages;

    NameSuccessorController(
            RelieveAdministratorProcess process,
            Reliefs reliefs,
            Appointments appointments,
            AppointmentCards cards,
            Organizations organizations,
            PlatformChoices choices,
            Tasks tasks,
            TaskPages pages) {
        this.process = process;
        this.reliefs = reliefs;
        this.appointments = appointments;
        this.cards = cards;
        this.organizations = organizations;
        this.choices = choices;
        this.tasks = tasks;
        this.pages = pages;
    }

    @GetMapping
    String show(@AuthenticationPrincipal SignedIn me, @RequestParam String taskId, Model model) {
        model.addAttribute(new NameSuccessorForm(
                NameSuccessorForm.Decision.APPOINT, null, organizations.today(me.organizationId()), null, null));
        return page(task(taskId), me, model);
    }

    @PostMapping
    String decide(
            @AuthenticationPrincipal SignedIn me,
            @RequestParam String taskId,
            @RequestParam(defaultValue = "false") boolean framed,
            @Valid @ModelAttribute NameSuccessorForm form,
            BindingResult faults,
            Model model) {
        var task = task(taskId);
        form.check(faults);
        if (!faults.hasErrors()) decide(task, form, faults, me);
        if (faults.hasErrors()) return page(task, me, model);
        return pages.done(framed, "platform.relieve.successor.done." + form.decision());
    }

    private void decide(OpenTask task, NameSuccessorForm form, BindingResult faults, SignedIn me) {
        if (form.decision() == NameSuccessorForm.Decision.POSTPONE) {
            process.postpone(task, Objects.requireNonNull(form.reason()));
            return;
        }
        try {
            var started = process.nameSuccessor(task, form.toProposal(former(task), me));
            if (started instanceof Started.Refused refused) reject(faults, refused);
        } catch (DataIntegrityViolationException overtaken) {
            faults.reject("platform.refused.overtaken");
        }
    }

    // What the short form does not ask for is told above it.
    private static void reject(BindingResult faults, Started.Refused refused) {
        refused.reasons().forEach(refusal -> {
            if (faults.getFieldType(refusal.field()) == null) {
                faults.reject(refusal.code());
            } else {
                Faults.reject(faults, refusal);
            }
        });
    }

    private AppointmentView former(OpenTask task) {
        return appointments.require(reliefs.require(task.businessKey()).appointmentId());
    }

    private OpenTask task(String taskId) {
        return tasks.require(taskId, RelieveAdministratorProcess.NAME_SUCCESSOR);
    }

    private String page(OpenTask task, SignedIn me, Model model) {
        model.addAttribute("former", cards.of(former(task)));
        model.addAttribute("employees", choices.employees(me.organizationId()));
        model.addAttribute("decisions", NameSuccessorForm.Decision.values());
        return "platform/relieve-administrator/name-successor";
    }
}
