package school.chancery.platform.web;

import jakarta.validation.Valid;
import java.util.Objects;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.security.access.prepost.PreAuthorize;
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
import school.chancery.platform.process.RegisterOrganizationProcess;
import school.chancery.platform.process.Started;
import school.chancery.workflow.TaskPages;

/** Start form: on which platform to register the organization (F009). */
@Controller
@RequestMapping("/platform/register-organization/start")
@PreAuthorize("hasRole('PLATFORM_ADMINISTRATOR')")
class RegisterOrganizationController {
    private final RegisterOrganizationProcess process;
    private final PlatformChoices choices;
    private final TaskPages pages;

    RegisterOrganizationController(RegisterOrganizationProcess process, PlatformChoices choices, TaskPages pages) {
        this.process = process;
        this.choices = choices;
        this.pages = pages;
    }

    @GetMapping
    String show(Model model) {
        var platforms = choices.platforms();
        model.addAttribute(new RegisterOrganizationForm(
                platforms.size() == 1 ? platforms.keySet().iterator().next() : null));
        return page(model);
    }

    @PostMapping
    String start(
            @AuthenticationPrincipal SignedIn me,
            @RequestParam(defaultValue = "false") boolean framed,
            @Valid @ModelAttribute RegisterOrganizationForm form,
            BindingResult faults,
            Model model) {
        if (faults.hasErrors()) return page(model);
        try {
            var platform = Objects.requireNonNull(form.platformId());
            var started = process.start(me.organizationId(), platform, me.accountId());
            if (started instanceof Started.Running running) {
                return pages.started(framed, running.processInstanceId(), "platform.register.start.done");
            }
            Faults.reject(faults, ((Started.Refused) started).reasons());
        } catch (DataIntegrityViolationException overtaken) {
            faults.rejectValue("platformId", "platform.refused.application-running");
        }
        return page(model);
    }

    private String page(Model model) {
        model.addAttribute("platforms", choices.platforms());
        return "platform/register-organization/start";
    }
}
