package school.chancery.platform.web;

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
import school.chancery.platform.domain.Applications;
import school.chancery.platform.process.RegisterOrganizationProcess;
import school.chancery.platform.process.RegisterOrganizationProcess.Approval;
import school.chancery.workflow.OpenTask;
import school.chancery.workflow.TaskPages;
import school.chancery.workflow.Tasks;

/** The director lets the application go out, or sends it back with a remark. */
@Controller
@RequestMapping("/platform/register-organization/approve-application")
class ApproveApplicationController {
    private final RegisterOrganizationProcess process;
    private final Applications applications;
    private final ApplicationCards cards;
    private final Tasks tasks;
    private final TaskPages pages;

    ApproveApplicationController(
            RegisterOrganizationProcess process,
            Applications applications,
            ApplicationCards cards,
            Tasks tasks,
            TaskPages pages) {
        this.process = process;
        this.applications = applications;
        this.cards = cards;
        this.tasks = tasks;
        this.pages = pages;
    }

    @GetMapping
    String show(@RequestParam String taskId, Model model) {
        model.addAttribute(ApproveApplicationForm.EMPTY);
        return page(task(taskId), model);
    }

    @PostMapping
    String decide(
            @AuthenticationPrincipal SignedIn me,
            @RequestParam String taskId,
            @RequestParam(defaultValue = "false") boolean framed,
            @Valid @ModelAttribute ApproveApplicationForm form,
            BindingResult faults,
            Model model) {
        var task = task(taskId);
        form.check(faults);
        if (faults.hasErrors()) return page(task, model);
        if (form.approval() == Approval.APPROVE) {
            process.approve(task, me.accountId());
        } else {
            process.sendBack(task, Objects.requireNonNull(form.words()), me.accountId());
        }
        return pages.done(framed, "platform.register.approve.done." + form.approval());
    }

    private OpenTask task(String taskId) {
        return tasks.require(taskId, RegisterOrganizationProcess.APPROVE_APPLICATION);
    }

    private String page(OpenTask task, Model model) {
        model.addAttribute("registering", cards.of(applications.require(task.businessKey())));
        model.addAttribute("approvals", Approval.values());
        return "platform/register-organization/approve-application";
    }
}
