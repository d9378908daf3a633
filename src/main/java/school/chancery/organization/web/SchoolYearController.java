package school.chancery.organization.web;

import jakarta.validation.Valid;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
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
import school.chancery.organization.NewSchoolYear;
import school.chancery.organization.Organizations;
import school.chancery.organization.SchoolYears;
import school.chancery.organization.Term;
import school.chancery.organization.TermScheme;
import school.chancery.organization.Terms;

/** School years of a school and how each grade's year is divided. */
@Controller
@RequestMapping("/organization/school/years")
@PreAuthorize(SchoolPages.STAFF)
class SchoolYearController {
    private final SchoolYears years;
    private final Terms terms;
    private final YearPicker picker;
    private final Organizations organizations;

    SchoolYearController(SchoolYears years, Terms terms, YearPicker picker, Organizations organizations) {
        this.years = years;
        this.terms = terms;
        this.picker = picker;
        this.organizations = organizations;
    }

    @GetMapping
    String list(Model model) {
        model.addAttribute(SchoolYearForm.next(years.all(SchoolPages.school()), today()));
        return listed(model);
    }

    @PostMapping
    @PreAuthorize(SchoolPages.KEEPERS)
    String open(
            @Valid @ModelAttribute SchoolYearForm form,
            BindingResult faults,
            Model model,
            RedirectAttributes redirect) {
        if (faults.hasErrors()) return listed(model);
        var year = new NewSchoolYear(
                SchoolPages.school(), Objects.requireNonNull(form.startsOn()), Objects.requireNonNull(form.endsOn()));
        if (!SchoolPages.isDone(years.open(year), faults)) return listed(model);
        return saved("organization.years.opened", "/organization/school/years", redirect);
    }

    @GetMapping("/{id}")
    String show(@PathVariable UUID id, Model model) {
        var year = picker.require(id);
        model.addAttribute(SchoolYearForm.of(year));
        model.addAttribute(TermPlanForm.empty(year.version()));
        return page(id, model);
    }

    @PostMapping("/{id}")
    @PreAuthorize(SchoolPages.KEEPERS)
    String reschedule(
            @PathVariable UUID id,
            @Valid @ModelAttribute SchoolYearForm form,
            BindingResult faults,
            Model model,
            RedirectAttributes redirect) {
        var year = picker.require(id);
        model.addAttribute(TermPlanForm.empty(year.version()));
        if (faults.hasErrors()) return page(id, model);
        var outcome = years.reschedule(
                id,
                Objects.requireNonNullElse(form.version(), year.version()),
                Objects.requireNonNull(form.startsOn()),
                Objects.requireNonNull(form.endsOn()));
        if (!SchoolPages.isDone(outcome, faults)) return page(id, model);
        return saved("organization.years.saved", "/organization/school/years/" + id, redirect);
    }

    @PostMapping("/{id}/terms")
    @PreAuthorize(SchoolPages.KEEPERS)
    String plan(
            @PathVariable UUID id,
            @Valid @ModelAttribute TermPlanForm form,
            BindingResult faults,
            Model model,
            RedirectAttributes redirect) {
        var year = picker.require(id);
        model.addAttribute(SchoolYearForm.of(year));
        form.check(faults);
        if (faults.hasErrors()) return page(id, model);
        var outcome = terms.plan(id, Objects.requireNonNullElse(form.version(), year.version()), form.toPlan());
        if (!SchoolPages.isDone(TermPlanForm.renamed(outcome), faults)) return page(id, model);
        return saved("organization.terms.saved", "/organization/school/years/" + id, redirect);
    }

    @PostMapping("/{id}/terms/withdraw")
    @PreAuthorize(SchoolPages.KEEPERS)
    String withdraw(
            @PathVariable UUID id,
            @RequestParam long version,
            @RequestParam int gradeFrom,
            @RequestParam int gradeTo,
            RedirectAttributes redirect) {
        picker.require(id);
        SchoolPages.refusal(terms.withdraw(id, version, gradeFrom, gradeTo));
        return saved("organization.terms.withdrawn", "/organization/school/years/" + id, redirect);
    }

    private String listed(Model model) {
        model.addAttribute("years", years.all(SchoolPages.school()));
        model.addAttribute("today", today());
        return "organization/years";
    }

    private String page(UUID id, Model model) {
        model.addAttribute("year", picker.require(id));
        model.addAttribute("plans", plans(terms.ofYear(id)));
        model.addAttribute("schemes", TermScheme.values());
        return "organization/year";
    }

    // Terms come by grade and number, so each list is the terms of one plan in order.
    private static Map<String, List<Term>> plans(List<Term> all) {
        return all.stream()
                .collect(Collectors.groupingBy(
                        term -> term.gradeFrom() + "–" + term.gradeTo(), LinkedHashMap::new, Collectors.toList()));
    }

    private LocalDate today() {
        return organizations.today(SchoolPages.school());
    }

    private static String saved(String message, String path, RedirectAttributes redirect) {
        redirect.addFlashAttribute("flash", message);
        return "redirect:" + path;
    }
}
