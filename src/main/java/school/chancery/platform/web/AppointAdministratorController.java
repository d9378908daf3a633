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
import school.chancery.platform.domain.AppointmentKind;
import school.chancery.platform.domain.Platforms;
import school.chancery.platform.domain.Proposals;
import school.chancery.platform.process.AppointAdministratorProcess;
import school.chancery.platform.process.Started;
import school.chancery.workflow.TaskPages;

/** Start form: whom to appoint (F004). The advice of the criteria can be looked at before anything begins. */
@Controller
@RequestMapping("/platform/appoint-administrator/start")
@PreAuthorize("hasAnyRole('DEPUTY', 'DIRECTOR', 'SECRETARY')")
class AppointAdministratorController {
    private final AppointAdministratorProcess process;
    private final Proposals proposals;
    private final Platforms platforms;
    private final Organizations organizations;
    private final PlatformChoices choices;
    private final TaskPages pages;

    AppointAdministratorController(
            AppointAdministratorProcess process,
            Proposals proposals,
            Platforms platforms,
            Organizations organizations,
            PlatformChoices choices,
            TaskPages pages) {
        this.process = process;
        this.proposals = proposals;
        this.platforms = platforms;
        this.organizations = organizations;
        this.choices = choices;
        this.pages = pages;
    }

    @GetMapping
    String show(@AuthenticationPrincipal SignedIn me, Model model) {
        var only = platforms.all();
        model.addAttribute(new AppointAdministratorForm(
                only.size() == 1 ? only.get(0).id() : null,
                null,
                AppointmentKind.MAIN,
                false,
                organizations.today(me.organizationId()),
                null,
                null));
        return page(me, model);
    }

    @PostMapping
    String start(
            @AuthenticationPrincipal SignedIn me,
            @RequestParam(defaultValue = "false") boolean framed,
            @Valid @ModelAttribute AppointAdministratorForm form,
            BindingResult faults,
            Model model) {
        if (faults.hasErrors()) return page(me, model);
        try {
            var started = process.start(form.toProposal(me));
            if (started instanceof Started.Running running) {
                var told = running.advised() ? "platform.appoint.start.advised" : "platform.appoint.start.done";
                return pages.started(framed, running.processInstanceId(), told);
            }
            Faults.reject(faults, ((Started.Refused) started).reasons());
        } catch (DataIntegrityViolationException overtaken) {
            faults.reject("platform.refused.overtaken");
        }
        return page(me, model);
    }

    /** Shows what the criteria say of the chosen employee; nothing is kept. */
    @PostMapping(params = "advice")
    String advise(
            @AuthenticationPrincipal SignedIn me,
            @ModelAttribute AppointAdministratorForm form,
            BindingResult faults,
            Model model) {
        if (form.staffId() == null || form.kind() == null) {
            if (form.staffId() == null && !faults.hasFieldErrors("staffId"))
                faults.rejectValue("staffId", "platform.refused.missing");
            if (form.kind() == null && !faults.hasFieldErrors("kind"))
                faults.rejectValue("kind", "platform.refused.missing");
        } else {
            model.addAttribute(
                    "advice", proposals.advice(me.organizationId(), form.staffId(), form.kind(), form.hasJoined()));
        }
        return page(me, model);
    }

    private String page(SignedIn me, Model model) {
        model.addAttribute("platforms", choices.platforms());
        model.addAttribute("employees", choices.employees(me.organizationId()));
        model.addAttribute("mains", choices.mains(me.organizationId()));
        model.addAttribute("kinds", AppointmentKind.values());
        return "platform/appoint-administrator/start";
    }
}
