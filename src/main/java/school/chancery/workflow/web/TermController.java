package school.chancery.workflow.web;

import jakarta.validation.Valid;
import java.util.stream.Stream;
import org.springframework.http.HttpStatus;
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
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import school.chancery.identity.Role;
import school.chancery.identity.SignedIn;
import school.chancery.organization.Organizations;
import school.chancery.workflow.domain.SettledTerm;
import school.chancery.workflow.domain.Term;
import school.chancery.workflow.domain.TermOverrides;

/** How long each task may take, when it is reminded of and whom a late one is told to; each organization may differ. */
@Controller
@RequestMapping("/workflow/terms")
@PreAuthorize("hasAnyRole('DIRECTOR', 'DEPUTY', 'COORDINATOR', 'DISTRICT_HEAD', 'DISTRICT_SPECIALIST')")
class TermController {
    private static final String LIST = "redirect:/workflow/terms";

    private final TermOverrides terms;
    private final TermNames names;
    private final Organizations organizations;

    TermController(TermOverrides terms, TermNames names, Organizations organizations) {
        this.terms = terms;
        this.names = names;
        this.organizations = organizations;
    }

    @GetMapping
    String list(@AuthenticationPrincipal SignedIn person, Model model) {
        var organization = organizations.require(person.organizationId());
        model.addAttribute("processes", names.byProcess(terms.all(organization.id(), organization.districtOfficeId())));
        model.addAttribute("school", organization.districtOfficeId() != null);
        return "workflow/terms";
    }

    @GetMapping("/edit")
    String edit(
            @RequestParam String process,
            @RequestParam String task,
            @AuthenticationPrincipal SignedIn person,
            Model model) {
        var settled = settled(person, process, task);
        model.addAttribute(TermForm.of(settled.term()));
        return form(settled, model);
    }

    @PostMapping("/edit")
    String put(
            @RequestParam String process,
            @RequestParam String task,
            @Valid @ModelAttribute TermForm form,
            BindingResult faults,
            @AuthenticationPrincipal SignedIn person,
            Model model,
            RedirectAttributes redirect) {
        var settled = settled(person, process, task);
        form.check(settled, faults);
        if (faults.hasErrors()) return form(settled, model);
        terms.put(person.organizationId(), settled, form.toTerm());
        redirect.addFlashAttribute("flash", "workflow.terms.saved");
        return LIST;
    }

    @PostMapping("/clear")
    String clear(
            @RequestParam String process,
            @RequestParam String task,
            @AuthenticationPrincipal SignedIn person,
            RedirectAttributes redirect) {
        var cleared = terms.clear(person.organizationId(), settled(person, process, task));
        redirect.addFlashAttribute("flash", cleared ? "workflow.terms.cleared" : "workflow.terms.nothing-cleared");
        return LIST;
    }

    private String form(SettledTerm settled, Model model) {
        model.addAttribute("settled", settled);
        model.addAttribute("name", names.of(settled));
        model.addAttribute("units", Term.Unit.values());
        model.addAttribute(
                "roles", Stream.of(Role.values()).filter(Role::isOffice).toList());
        return "workflow/term";
    }

    private SettledTerm settled(SignedIn person, String process, String task) {
        var organization = organizations.require(person.organizationId());
        return terms.find(organization.id(), organization.districtOfficeId(), process, task)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
