package school.chancery.organization.web;

import jakarta.validation.Valid;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
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
import school.chancery.organization.ClassLink;
import school.chancery.organization.ClassLinks;
import school.chancery.organization.SchoolClass;
import school.chancery.organization.SchoolClasses;
import school.chancery.organization.SchoolYear;
import school.chancery.organization.SchoolYears;

/** Where each class of a year goes on in the following one: which part, which come together, which go nowhere yet. */
@Controller
@RequestMapping("/organization/school/classes/links")
@PreAuthorize(SchoolPages.STAFF)
class ClassLinkController {
    private final ClassLinks links;
    private final SchoolClasses classes;
    private final SchoolYears years;
    private final YearPicker picker;

    ClassLinkController(ClassLinks links, SchoolClasses classes, SchoolYears years, YearPicker picker) {
        this.links = links;
        this.classes = classes;
        this.years = years;
        this.picker = picker;
    }

    @GetMapping
    String show(@RequestParam(required = false) @Nullable UUID year, Model model) {
        model.addAttribute(ClassLinkForm.EMPTY);
        return page(year, model);
    }

    @PostMapping
    @PreAuthorize(SchoolPages.KEEPERS)
    String link(
            @RequestParam UUID year,
            @Valid @ModelAttribute ClassLinkForm form,
            BindingResult faults,
            Model model,
            RedirectAttributes redirect) {
        picker.require(year);
        if (faults.hasErrors()) return page(year, model);
        var from = Objects.requireNonNull(form.fromClassId());
        var to = Objects.requireNonNull(form.toClassId());
        requireOurs(from);
        requireOurs(to);
        if (!SchoolPages.isDone(links.link(from, to), faults)) return page(year, model);
        return done(year, "organization.links.saved", redirect);
    }

    @PostMapping("/remove")
    @PreAuthorize(SchoolPages.KEEPERS)
    String unlink(
            @RequestParam UUID year,
            @RequestParam UUID fromClassId,
            @RequestParam UUID toClassId,
            RedirectAttributes redirect) {
        picker.require(year);
        requireOurs(fromClassId);
        links.unlink(fromClassId, toClassId);
        return done(year, "organization.links.removed", redirect);
    }

    @PostMapping("/alike")
    @PreAuthorize(SchoolPages.KEEPERS)
    String linkAlike(@RequestParam UUID year, RedirectAttributes redirect) {
        picker.require(year);
        var linked = links.linkAlike(year);
        return done(year, linked > 0 ? "organization.links.alike.done" : "organization.links.alike.none", redirect);
    }

    private void requireOurs(UUID classId) {
        classes.find(classId)
                .filter(known -> known.organizationId().equals(SchoolPages.school()))
                .orElseThrow(SchoolPages::notHere);
    }

    private String page(@Nullable UUID asked, Model model) {
        picker.pick(asked, model).ifPresent(year -> fill(year, model));
        return "organization/links";
    }

    private void fill(SchoolYear year, Model model) {
        var next = years.following(year.id());
        var ours = classes.ofYear(year.id());
        var theirs = next.map(following -> classes.ofYear(following.id())).orElse(List.of());
        var all = links.from(year.id());
        model.addAttribute("next", next.orElse(null));
        model.addAttribute("rows", rows(ours, byId(theirs), all));
        model.addAttribute("merged", merged(all));
        model.addAttribute("from", labels(ours));
        model.addAttribute("to", labels(theirs));
    }

    private static Map<SchoolClass, List<SchoolClass>> rows(
            List<SchoolClass> ours, Map<UUID, SchoolClass> theirs, List<ClassLink> all) {
        var rows = new LinkedHashMap<SchoolClass, List<SchoolClass>>();
        for (var each : ours)
            rows.put(
                    each,
                    all.stream()
                            .filter(link -> link.fromClassId().equals(each.id()))
                            .map(link -> Objects.requireNonNull(theirs.get(link.toClassId())))
                            .toList());
        return rows;
    }

    /** The classes of the following year that come from several. */
    private static List<UUID> merged(List<ClassLink> all) {
        return all.stream()
                .collect(Collectors.groupingBy(ClassLink::toClassId, Collectors.counting()))
                .entrySet()
                .stream()
                .filter(target -> target.getValue() > 1)
                .map(Map.Entry::getKey)
                .toList();
    }

    private static Map<UUID, SchoolClass> byId(List<SchoolClass> classes) {
        return classes.stream().collect(Collectors.toMap(SchoolClass::id, Function.identity()));
    }

    private static Map<UUID, String> labels(List<SchoolClass> classes) {
        var labels = new LinkedHashMap<UUID, String>();
        classes.forEach(each -> labels.put(each.id(), each.label()));
        return labels;
    }

    private static String done(UUID year, String message, RedirectAttributes redirect) {
        redirect.addFlashAttribute("flash", message);
        redirect.addAttribute("year", year);
        return "redirect:/organization/school/classes/links";
    }
}
