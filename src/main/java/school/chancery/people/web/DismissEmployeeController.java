package school.chancery.people.web;

import jakarta.validation.Valid;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
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
import school.chancery.people.domain.DismissalCause;
import school.chancery.people.process.DismissEmployeeProcess;
import school.chancery.people.process.Started;
import school.chancery.workflow.TaskPages;

/** Start form: whom to dismiss. */
@Controller
@RequestMapping("/people/dismiss-employee/start")
@PreAuthorize("hasAnyRole('DIRECTOR', 'DEPUTY', 'SECRETARY', 'HR')")
class DismissEmployeeController {
    private final DismissEmployeeProcess process;
    private final Organizations organizations;
    private final PeopleChoices choices;
    private final TaskPages pages;

    DismissEmployeeController(
            DismissEmployeeProcess process, Organizations organizations, PeopleChoices choices, TaskPages pages) {
        this.process = process;
        this.organizations = organizations;
        this.choices = choices;
        this.pages = pages;
    }

    @GetMapping
    String show(
            @AuthenticationPrincipal SignedIn me, @RequestParam(required = false) @Nullable UUID staffId, Model model) {
        model.addAttribute(new DismissEmployeeForm(staffId, null, organizations.today(me.organizationId()), null));
        return page(me, model);
    }

    @PostMapping
    String start(
            @AuthenticationPrincipal SignedIn me,
            @RequestParam(defaultValue = "false") boolean framed,
            @Valid @ModelAttribute DismissEmployeeForm form,
            BindingResult faults,
            Model model) {
        if (faults.hasErrors()) return page(me, model);
        try {
            var started = process.start(form.toProposal(me));
            if (started instanceof Started.Running running)
                return pages.started(framed, running.processInstanceId(), "people.dismiss.start.done");
            Faults.reject(faults, ((Started.Refused) started).reasons());
        } catch (DataIntegrityViolationException overtaken) {
            faults.reject("people.refused.overtaken");
        }
        return page(me, model);
    }

    private String page(SignedIn me, Model model) {
        model.addAttribute("employees", choices.employees(me.organizationId()));
        model.addAttribute("causes", DismissalCause.values());
        return "people/dismiss-employee/start";
    }
}
