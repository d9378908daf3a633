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
import school.chancery.platform.domain.ApplicationView;
import school.chancery.platform.domain.Applications;
import school.chancery.platform.domain.Platforms;
import school.chancery.platform.process.RegisterOrganizationProcess;
import school.chancery.workflow.OpenTask;
import school.chancery.workflow.TaskPages;
import school.chancery.workflow.Tasks;

/** The application is filled in, also after the director or the platform sent it back (F009, F041). */
@Controller
@RequestMapping("/platform/register-organization/prepare-application")
class PrepareApplicationController {
    private final RegisterOrganizationProcess process;
    private final Applications applications;
    private final ApplicationDraft draft;
    private final ApplicationCards cards;
    private final Platforms platforms;
    private final Tasks tasks;
    private final TaskPages pages;

    PrepareApplicationController(
            RegisterOrganizationProcess process,
            Applications applications,
            ApplicationDraft draft,
            ApplicationCards cards,
            Platforms platforms,
            Tasks tasks,
            TaskPages pages) {
        this.process = process;
        this.applications = applications;
        this.draft = draft;
        this.cards = cards;
        this.platforms = platforms;
        this.tasks = tasks;
        this.pages = pages;
    }

    @GetMapping
    String show(@RequestParam String taskId, Model model) {
        var application = application(task(taskId));
        model.addAttribute(ApplicationForm.of(draft.of(application)));
        return page(application, model);
    }

    @PostMapping
    String submit(
            @AuthenticationPrincipal SignedIn me,
            @RequestParam String taskId,
            @RequestParam(defaultValue = "false") boolean framed,
            @ModelAttribute ApplicationForm form,
            BindingResult faults,
            Model model) {
        var task = task(taskId);
        var application = application(task);
        var data = form.read(platforms.require(application.platformId()).requiredFields(), faults);
        if (data.isEmpty()) return page(application, model);
        process.submit(task, data.get(), me.accountId());
        return pages.done(framed, "platform.register.prepare.done");
    }

    private OpenTask task(String taskId) {
        return tasks.require(taskId, RegisterOrganizationProcess.PREPARE_APPLICATION);
    }

    private ApplicationView application(OpenTask task) {
        return applications.require(task.businessKey());
    }

    private String page(ApplicationView application, Model model) {
        model.addAttribute("registering", cards.of(application));
        model.addAttribute(
                "required",
                ApplicationForm.properties(
                        platforms.require(application.platformId()).requiredFields()));
        return "platform/register-organization/prepare-application";
    }
}
