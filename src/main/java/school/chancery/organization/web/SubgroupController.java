package school.chancery.organization.web;

import jakarta.validation.Valid;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.PageRequest;
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
import school.chancery.organization.Subgroup;
import school.chancery.organization.Subgroups;
import school.chancery.organization.domain.ClassSearch;

/** How the classes of a year are divided into subgroups. */
@Controller
@RequestMapping("/organization/school/subgroups")
@PreAuthorize(SchoolPages.STAFF)
class SubgroupController {
    private static final int PAGE_SIZE = 50;

    private final Subgroups subgroups;
    private final SchoolClasses classes;
    private final SubjectNames subjects;
    private final ClassSearch search;
    private final YearPicker picker;

    SubgroupController(
            Subgroups subgroups, SchoolClasses classes, SubjectNames subjects, ClassSearch search, YearPicker picker) {
        this.subgroups = subgroups;
        this.classes = classes;
        this.subjects = subjects;
        this.search = search;
        this.picker = picker;
    }

    @GetMapping
    String list(
            @RequestParam(required = false) @Nullable UUID year,
            @RequestParam(required = false) @Nullable UUID classId,
            @RequestParam(defaultValue = "0") int page,
            Model model) {
        model.addAttribute(SubgroupForm.of(classId));
        return listed(year, page, model);
    }

    @PostMapping
    @PreAuthorize(SchoolPages.KEEPERS)
    String add(
            @RequestParam UUID year,
            @Valid @ModelAttribute SubgroupForm form,
            BindingResult faults,
            Model model,
            RedirectAttributes redirect) {
        picker.require(year);
        if (faults.hasErrors()) return listed(year, 0, model);
        var divided = requireClass(Objects.requireNonNull(form.classId()));
        var outcome = subgroups.add(divided.id(), form.subjectId(), Objects.requireNonNull(form.name()));
        if (!SchoolPages.isDone(outcome, faults)) return listed(year, 0, model);
        return saved("organization.subgroups.added", divided.schoolYearId(), redirect);
    }

    @GetMapping("/{id}")
    @PreAuthorize(SchoolPages.KEEPERS)
    String show(@PathVariable UUID id, Model model) {
        model.addAttribute(SubgroupNameForm.of(require(id)));
        return page(id, model);
    }

    @PostMapping("/{id}")
    @PreAuthorize(SchoolPages.KEEPERS)
    String rename(
            @PathVariable UUID id,
            @Valid @ModelAttribute SubgroupNameForm form,
            BindingResult faults,
            Model model,
            RedirectAttributes redirect) {
        var subgroup = require(id);
        if (faults.hasErrors()) return page(id, model);
        var version = Objects.requireNonNullElse(form.version(), subgroup.version());
        if (!SchoolPages.isDone(subgroups.rename(id, version, Objects.requireNonNull(form.name())), faults))
            return page(id, model);
        return saved(
                "organization.subgroups.saved", requireClass(subgroup.classId()).schoolYearId(), redirect);
    }

    @PostMapping("/{id}/remove")
    @PreAuthorize(SchoolPages.KEEPERS)
    String remove(@PathVariable UUID id, @RequestParam long version, Model model, RedirectAttributes redirect) {
        var subgroup = require(id);
        var refusal = SchoolPages.refusal(subgroups.remove(id, version));
        if (refusal.isPresent()) {
            model.addAttribute("refused", refusal.get());
            return show(id, model);
        }
        return saved(
                "organization.subgroups.removed",
                requireClass(subgroup.classId()).schoolYearId(),
                redirect);
    }

    private Subgroup require(UUID id) {
        return subgroups
                .find(id)
                .filter(subgroup -> subgroup.organizationId().equals(SchoolPages.school()))
                .orElseThrow(SchoolPages::notHere);
    }

    private SchoolClass requireClass(UUID id) {
        return classes.find(id)
                .filter(known -> known.organizationId().equals(SchoolPages.school()))
                .orElseThrow(SchoolPages::notHere);
    }

    private String listed(@Nullable UUID asked, int page, Model model) {
        picker.pick(asked, model).ifPresent(year -> {
            var at = PageRequest.of(Math.max(0, Math.min(page, SchoolPages.LAST_PAGE)), PAGE_SIZE);
            model.addAttribute("subgroups", search.subgroups(year.id(), at));
            model.addAttribute("classes", labels(year.id()));
            model.addAttribute("subjects", subjects.taught());
        });
        return "organization/subgroups";
    }

    private Map<UUID, String> labels(UUID year) {
        var labels = new LinkedHashMap<UUID, String>();
        classes.ofYear(year).forEach(each -> labels.put(each.id(), each.label()));
        return labels;
    }

    private String page(UUID id, Model model) {
        var subgroup = require(id);
        model.addAttribute("subgroup", subgroup);
        model.addAttribute("schoolClass", requireClass(subgroup.classId()));
        model.addAttribute("subject", subjects.all().get(subgroup.subjectId()));
        return "organization/subgroup";
    }

    private static String saved(String message, UUID year, RedirectAttributes redirect) {
        redirect.addFlashAttribute("flash", message);
        redirect.addAttribute("year", year);
        return "redirect:/organization/school/subgroups";
    }
}
