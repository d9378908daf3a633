package school.chancery.people.web;

import jakarta.validation.Valid;
import java.util.List;
import java.util.Map;
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
import school.chancery.people.NewPerson;
import school.chancery.people.StaffMember;
import school.chancery.people.domain.Post;
import school.chancery.people.process.HireEmployeeProcess;
import school.chancery.people.process.Started;
import school.chancery.workflow.TaskPages;

/** Start form: whom to hire. Whoever resembles somebody of the register is shown before a second row is made. */
@Controller
@RequestMapping("/people/hire-employee/start")
@PreAuthorize("hasAnyRole('DIRECTOR', 'DEPUTY', 'SECRETARY', 'HR')")
class HireEmployeeController {
    private static final List<StaffMember.Category> CATEGORIES =
            List.of(StaffMember.Category.PEDAGOGUE, StaffMember.Category.SUPPORT, StaffMember.Category.DEPUTY);

    private final HireEmployeeProcess process;
    private final WhoIsThis whoIsThis;
    private final Organizations organizations;
    private final PeopleChoices choices;
    private final TaskPages pages;

    HireEmployeeController(
            HireEmployeeProcess process,
            WhoIsThis whoIsThis,
            Organizations organizations,
            PeopleChoices choices,
            TaskPages pages) {
        this.process = process;
        this.whoIsThis = whoIsThis;
        this.organizations = organizations;
        this.choices = choices;
        this.pages = pages;
    }

    @GetMapping
    String show(@AuthenticationPrincipal SignedIn me, Model model) {
        model.addAttribute(HireEmployeeForm.from(organizations.today(me.organizationId())));
        return page(me, model);
    }

    @PostMapping
    String start(
            @AuthenticationPrincipal SignedIn me,
            @RequestParam(defaultValue = "false") boolean framed,
            @Valid @ModelAttribute HireEmployeeForm form,
            BindingResult faults,
            Model model) {
        form.check(faults);
        if (!faults.hasErrors()) whoIsThis.ask(form, faults, model);
        if (faults.hasErrors()) return page(me, model);
        try {
            var started = process.start(form.toProposal(me, form.known().orElse(null)));
            if (started instanceof Started.Running running)
                return pages.started(framed, running.processInstanceId(), "people.hire.start.done");
            Faults.reject(faults, ((Started.Refused) started).reasons());
        } catch (DataIntegrityViolationException overtaken) {
            faults.reject("people.refused.overtaken");
        }
        return page(me, model);
    }

    private String page(SignedIn me, Model model) {
        model.addAttribute("categories", CATEGORIES);
        model.addAttribute("educations", StaffMember.Education.values());
        model.addAttribute("sexes", NewPerson.Sex.values());
        model.addAttribute("taught", choices.subjects(me.organizationId()));
        model.addAttribute("roles", Post.ACCESS);
        if (!model.containsAttribute("alike")) model.addAttribute("alike", Map.of());
        return "people/hire-employee/start";
    }
}
