package school.chancery.platform.web;

import jakarta.validation.Valid;
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
import school.chancery.organization.Organizations;
import school.chancery.platform.process.RelieveAdministratorProcess;
import school.chancery.platform.process.Started;
import school.chancery.workflow.TaskPages;

/** Start form: whom to relieve of an administrator's duties. */
@Controller
@RequestMapping("/platform/relieve-administrator/start")
@PreAuthorize("hasAnyRole('DEPUTY', 'DIRECTOR', 'SECRETARY')")
class RelieveAdministratorController {
    private final RelieveAdministratorProcess process;
    private final Organizations organizations;
    private final PlatformChoices choices;
    private final TaskPages pages;

    RelieveAdministratorController(
            RelieveAdministratorProcess process,
            Organizations organizations,
            PlatformChoices choices,
            TaskPages pages) {
        this.process = process;
        this.organizations = organizations;
        this.choices = choices;
        this.pages = pages;
    }

    @GetMapping
    String show(@AuthenticationPrincipal SignedIn me, Model model) {
        model.addAttribute(new RelieveAdministratorForm(null, organizations.today(me.organizationId()), null));
        return page(me, model);
    }

    @PostMapping
    String start(
            @AuthenticationPrincipal SignedIn me,
            @RequestParam(defaultValue = "false") boolean framed,
            @Valid @ModelAttribute RelieveAdministratorForm form,
            BindingResult faults,
            Model model) {
        if (faults.hasErrors()) return page(me, model);
        try {
            var started = process.start(form.toProposal(me));
            if (started instanceof Started.Running running) {
                return pages.started(framed, running.processInstanceId(), "platform.relieve.start.done");
            }
            Faults.reject(faults, ((Started.Refused) started).reasons());
        } catch (DataIntegrityViolationException overtaken) {
            faults.reject("platform.refused.overtaken");
        }
        return page(me, model);
    }

    private String page(SignedIn me, Model model) {
        model.addAttribute("administrators", choices.relievable(me.organizationId()));
        return "platform/relieve-administrator/start";
    }
}
