package school.chancery.platform.web;

import jakarta.validation.Valid;
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
import school.chancery.platform.domain.Applications;
import school.chancery.platform.process.RegisterOrganizationProcess;
import school.chancery.workflow.OpenTask;
import school.chancery.workflow.TaskPages;
import school.chancery.workflow.Tasks;

/** The administrator has signed up on the platform, by the very number of the application (F011). */
@Controller
@RequestMapping("/platform/register-organization/activate-administrator")
class ActivateAdministratorController {
    private final RegisterOrganizationProcess process;
    private final Applications applications;
    private final ApplicationCards cards;
    private final Organizations organizations;
    private final Tasks tasks;
    private final TaskPages pages;

    ActivateAdministratorController(
            RegisterOrganizationProcess process,
            Applications applications,
            ApplicationCards cards,
            Organizations organizations,
            Tasks tasks,
            TaskPages pages) {
        this.process = process;
        this.applications = applications;
        this.cards = cards;
        this.organizations = organizations;
        this.tasks = tasks;
        this.pages = pages;
    }

    @GetMapping
    String show(@AuthenticationPrincipal SignedIn me, @RequestParam String taskId, Model model) {
        model.addAttribute(new ActivateAdministratorForm(null, organizations.today(me.organizationId())));
        return page(task(taskId), model);
    }

    @PostMapping
    String activate(
            @AuthenticationPrincipal SignedIn me,
            @RequestParam String taskId,
            @RequestParam(defaultValue = "false") boolean framed,
            @Valid @ModelAttribute ActivateAdministratorForm form,
            BindingResult faults,
            Model model) {
        var task = task(taskId);
        check(form.activatedOn(), faults, organizations.today(me.organizationId()));
        if (!faults.hasErrors()) {
            process.activate(task, Objects.requireNonNull(form.phone()), Objects.requireNonNull(form.activatedOn()))
                    .ifPresent(refusal -> Faults.reject(faults, refusal));
        }
        return faults.hasErrors() ? page(task, model) : pages.done(framed, "platform.register.activate.done");
    }

    private static void check(@Nullable LocalDate day, BindingResult faults, LocalDate today) {
        if (day == null) return;
        if (day.isAfter(today)) faults.rejectValue("activatedOn", "platform.refused.date-future");
        if (day.isBefore(today.minusYears(1))) faults.rejectValue("activatedOn", "platform.refused.date-long-ago");
    }

    private OpenTask task(String taskId) {
        return tasks.require(taskId, RegisterOrganizationProcess.ACTIVATE_ADMINISTRATOR);
    }

    private String page(OpenTask task, Model model) {
        model.addAttribute("registering", cards.of(applications.require(task.businessKey())));
        return "platform/register-organization/activate-administrator";
    }
}
