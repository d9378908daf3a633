package school.chancery.platform.web;

import jakarta.validation.Valid;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import school.chancery.organization.InternetName;
import school.chancery.platform.domain.Applications;
import school.chancery.platform.process.RegisterOrganizationProcess;
import school.chancery.workflow.OpenTask;
import school.chancery.workflow.TaskPages;
import school.chancery.workflow.Tasks;

/** The mail server gave the application back for good: it goes out again, to another address if need be. */
@Controller
@RequestMapping("/platform/register-organization/fix-delivery")
class FixDeliveryController {
    private final RegisterOrganizationProcess process;
    private final Applications applications;
    private final ApplicationCards cards;
    private final Tasks tasks;
    private final TaskPages pages;

    FixDeliveryController(
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
        var task = task(taskId);
        model.addAttribute(
                new FixDeliveryForm(applications.require(task.businessKey()).sendTo()));
        return page(task, model);
    }

    @PostMapping
    String sendAgain(
            @RequestParam String taskId,
            @RequestParam(defaultValue = "false") boolean framed,
            @Valid @ModelAttribute FixDeliveryForm form,
            BindingResult faults,
            Model model) {
        var task = task(taskId);
        var address = form.address() == null
                ? null
                : InternetName.email(form.address()).orElse(null);
        if (address == null && !faults.hasErrors()) faults.rejectValue("address", "platform.refused.email");
        if (address == null || faults.hasErrors()) return page(task, model);
        process.redirect(task, address);
        return pages.done(framed, "platform.register.fix.done");
    }

    private OpenTask task(String taskId) {
        return tasks.require(taskId, RegisterOrganizationProcess.FIX_DELIVERY);
    }

    private String page(OpenTask task, Model model) {
        model.addAttribute("registering", cards.of(applications.require(task.businessKey())));
        return "platform/register-organization/fix-delivery";
    }
}
