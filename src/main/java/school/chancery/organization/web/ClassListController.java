package school.chancery.organization.web;

import jakarta.validation.Valid;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.PageRequest;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import school.chancery.organization.Organizations;
import school.chancery.organization.SchoolClasses;
import school.chancery.organization.domain.ClassSearch;

/** The classes of a school year, and opening more of them: one or a whole row. */
@Controller
@RequestMapping("/organization/school/classes")
@PreAuthorize(SchoolPages.STAFF)
class ClassListController {
    private static final int PAGE_SIZE = 50;

    private final SchoolClasses classes;
    private final ClassSearch search;
    private final ClassKinds kinds;
    private final YearPicker picker;
    private final Organizations organizations;

    ClassListController(
            SchoolClasses classes,
            ClassSearch search,
            ClassKinds kinds,
            YearPicker picker,
            Organizations organizations) {
        this.classes = classes;
        this.search = search;
        this.kinds = kinds;
        this.picker = picker;
        this.organizations = organizations;
    }

    @GetMapping
    String list(
            @RequestParam(required = false) @Nullable UUID year,
            @RequestParam(defaultValue = "0") int page,
            Model model) {
        picker.pick(year, model).ifPresent(picked -> {
            var at = PageRequest.of(Math.max(0, Math.min(page, SchoolPages.LAST_PAGE)), PAGE_SIZE);
            var today = organizations.today(SchoolPages.school());
            model.addAttribute("classes", search.classes(picked.id(), at));
            model.addAttribute("running", picked.contains(today));
            model.addAttribute("sizes", search.sizes(picked.id(), today));
            model.addAttribute("hasGrades", kinds.haveGrades());
        });
        return "organization/classes";
    }

    @GetMapping("/open")
    @PreAuthorize(SchoolPages.KEEPERS)
    String blank(@RequestParam UUID year, Model model) {
        model.addAttribute(ClassForm.empty(kinds.usual()));
        return form(year, model);
    }

    @PostMapping("/open")
    @PreAuthorize(SchoolPages.KEEPERS)
    String open(
            @RequestParam UUID year,
            @Valid @ModelAttribute ClassForm form,
            BindingResult faults,
            Model model,
            RedirectAttributes redirect) {
        picker.require(year);
        if (faults.hasErrors()) return form(year, model);
        if (!SchoolPages.isDone(classes.open(form.toNew(year)), faults)) return form(year, model);
        return opened(year, "organization.classes.opened", redirect);
    }

    @GetMapping("/row")
    @PreAuthorize(SchoolPages.KEEPERS)
    String blankRow(@RequestParam UUID year, Model model) {
        model.addAttribute(ClassRowForm.EMPTY);
        return rowForm(year, model);
    }

    @PostMapping("/row")
    @PreAuthorize(SchoolPages.KEEPERS)
    String openRow(
            @RequestParam UUID year,
            @Valid @ModelAttribute ClassRowForm form,
            BindingResult faults,
            Model model,
            RedirectAttributes redirect) {
        picker.require(year);
        form.check(faults);
        if (faults.hasErrors()) return rowForm(year, model);
        var missing = form.missing(year, classes.ofYear(year));
        if (missing.isEmpty()) {
            faults.rejectValue("letters", "organization.classes.row.present");
            return rowForm(year, model);
        }
        var outcome = RowFaults.of(classes.open(year, missing));
        if (!SchoolPages.isDone(outcome, faults)) return rowForm(year, model);
        return opened(year, "organization.classes.row.opened", redirect);
    }

    private String form(UUID year, Model model) {
        picker.pick(year, model);
        model.addAttribute("kinds", kinds.here());
        model.addAttribute("hasGrades", kinds.haveGrades());
        return "organization/open-class";
    }

    private String rowForm(UUID year, Model model) {
        picker.pick(year, model);
        return "organization/open-row";
    }

    private static String opened(UUID year, String message, RedirectAttributes redirect) {
        redirect.addFlashAttribute("flash", message);
        redirect.addAttribute("year", year);
        return "redirect:/organization/school/classes";
    }
}
