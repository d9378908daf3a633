package school.chancery.platform.web;

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
import school.chancery.platform.domain.ApplicationVersions;
import school.chancery.platform.domain.Applications;
import school.chancery.platform.process.RegisterOrganizationProcess;
import school.chancery.workflow.OpenTask;
import school.chancery.workflow.TaskPages;
import school.chancery.workflow.Tasks;

/** The organization's data are entered on the platform and recorded here as they stand there (F017). */
@Controller
@RequestMapping("/platform/register-organization/fill-profile")
class FillProfileController {
    private final RegisterOrganizationProcess process;
    private final Applications applications;
    private final ApplicationVersions versions;
    private final ApplicationCards cards;
    private final Tasks tasks;
    private final TaskPages pages;

    FillProfileController(
            RegisterOrganizationProcess process,
            Applications applications,
            ApplicationVersions versions,
            ApplicationCards cards,
            Tasks tasks,
            TaskPages pages) {
        this.process = process;
        this.applications = applications;
        this.versions = versions;
        this.cards = cards;
        this.tasks = tasks;
        this.pages = pages;
    }

    @GetMapping
    String show(@RequestParam String taskId, Model model) {
        var task = task(taskId);
        model.addAttribute(
                ApplicationForm.of(versions.latest(task.businessKey()).orElseThrow()));
        return page(task, model);
    }

    @PostMapping
    String fill(
            @AuthenticationPrincipal SignedIn me,
            @RequestParam String taskId,
            @RequestParam(defaultValue = "false") boolean framed,
            @ModelAttribute ApplicationForm form,
            BindingResult faults,
            Model model) {
        var task = task(taskId);
        var profile = form.readProfile(faults);
        if (profile.isEmpty()) return page(task, model);
        process.fillProfile(task, profile.get(), me.accountId());
        return pages.done(framed, "platform.register.fill.done");
    }

    private OpenTask task(String taskId) {
        return tasks.require(taskId, RegisterOrganizationProcess.FILL_PROFILE);
    }

    private String page(OpenTask task, Model model) {
        model.addAttribute("registering", cards.of(applications.require(task.businessKey())));
        model.addAttribute("required", ApplicationForm.properties(ApplicationForm.OF_PROFILE));
        return "platform/register-organization/fill-profile";
    }
}
