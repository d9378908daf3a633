package school.chancery.organization.web;

import jakarta.validation.Valid;
import java.util.Objects;
import java.util.UUID;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import school.chancery.organization.SchoolClass;
import school.chancery.organization.SchoolClasses;
import school.chancery.organization.Subgroups;

/** One class: what is kept of it, and closing it while it is empty. */
@Controller
@RequestMapping("/organization/school/classes/{id}")
@PreAuthorize(SchoolPages.STAFF)
class ClassController {
    private final SchoolClasses classes;
    private final Subgroups subgroups;
    private final SubjectNames subjects;
    private final YearPicker picker;

    ClassController(SchoolClasses classes, Subgroups subgroups, SubjectNames subjects, YearPicker picker) {
        this.classes = classes;
        this.subgroups = subgroups;
        this.subjects = subjects;
        this.picker = picker;
    }

    @GetMapping
    String show(@PathVariable UUID id, Model model) {
        model.addAttribute(ClassForm.of(require(id)));
        return page(id, model);
    }

    @PostMapping
    @PreAuthorize(SchoolPages.KEEPERS)
    String change(
            @PathVariable UUID id,
            @Valid @ModelAttribute ClassForm form,
            BindingResult faults,
            Model model,
            RedirectAttributes redirect) {
        var known = require(id);
        if (faults.hasErrors()) return page(id, model);
        var version = Objects.requireNonNullElse(form.version(), known.version());
        var outcome = classes.change(id, version, form.name(), form.profile(), form.capacity());
        if (!SchoolPages.isDone(outcome, faults)) return page(id, model);
        redirect.addFlashAttribute("flash", "organization.classes.saved");
        return "redirect:/organization/school/classes/" + id;
    }

    @PostMapping("/close")
    @PreAuthorize(SchoolPages.KEEPERS)
    String close(@PathVariable UUID id, @RequestParam long version, Model model, RedirectAttributes redirect) {
        var known = require(id);
        var refusal = SchoolPages.refusal(classes.close(id, version));
        if (refusal.isPresent()) {
            model.addAttribute("refused", refusal.get());
            return show(id, model);
        }
        redirect.addFlashAttribute("flash", "organization.classes.closed");
        redirect.addAttribute("year", known.schoolYearId());
        return "redirect:/organization/school/classes";
    }

    private SchoolClass require(UUID id) {
        return classes.find(id)
                .filter(known -> known.organizationId().equals(SchoolPages.school()))
                .orElseThrow(SchoolPages::notHere);
    }

    private String page(UUID id, Model model) {
        var known = require(id);
        model.addAttribute("schoolClass", known);
        model.addAttribute("year", picker.require(known.schoolYearId()));
        model.addAttribute("subgroups", subgroups.of(id));
        model.addAttribute("subjects", subjects.all());
        return "organization/class";
    }
}
