package school.chancery.organization.web;

import jakarta.validation.Valid;
import java.util.Objects;
import java.util.UUID;
import org.springframework.data.domain.PageImpl;
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
import school.chancery.organization.Subject;
import school.chancery.organization.Subjects;

/** What is taught in the school. */
@Controller
@RequestMapping("/organization/school/subjects")
@PreAuthorize(SchoolPages.STAFF)
class SubjectController {
    private static final int PAGE_SIZE = 50;

    private final Subjects subjects;

    SubjectController(Subjects subjects) {
        this.subjects = subjects;
    }

    @GetMapping
    String list(@RequestParam(defaultValue = "0") int page, Model model) {
        model.addAttribute(SubjectForm.EMPTY);
        return listed(page, model);
    }

    @PostMapping
    @PreAuthorize(SchoolPages.KEEPERS)
    String add(
            @Valid @ModelAttribute SubjectForm form, BindingResult faults, Model model, RedirectAttributes redirect) {
        if (faults.hasErrors()) return listed(0, model);
        var outcome = subjects.add(SchoolPages.school(), form.checkedName(), form.checkedShortName());
        if (!SchoolPages.isDone(outcome, faults)) return listed(0, model);
        return saved("organization.subjects.added", redirect);
    }

    @PostMapping("/usual")
    @PreAuthorize(SchoolPages.KEEPERS)
    String addUsual(RedirectAttributes redirect) {
        var added = subjects.addUsual(SchoolPages.school());
        return saved(added > 0 ? "organization.subjects.usual.done" : "organization.subjects.usual.none", redirect);
    }

    @GetMapping("/{id}")
    @PreAuthorize(SchoolPages.KEEPERS)
    String show(@PathVariable UUID id, Model model) {
        var subject = require(id);
        model.addAttribute(SubjectForm.of(subject));
        model.addAttribute("subject", subject);
        return "organization/subject";
    }

    @PostMapping("/{id}")
    @PreAuthorize(SchoolPages.KEEPERS)
    String rename(
            @PathVariable UUID id,
            @Valid @ModelAttribute SubjectForm form,
            BindingResult faults,
            Model model,
            RedirectAttributes redirect) {
        var subject = require(id);
        model.addAttribute("subject", subject);
        if (faults.hasErrors()) return "organization/subject";
        var version = Objects.requireNonNullElse(form.version(), subject.version());
        var outcome = subjects.rename(id, version, form.checkedName(), form.checkedShortName());
        if (!SchoolPages.isDone(outcome, faults)) return "organization/subject";
        return saved("organization.subjects.saved", redirect);
    }

    @PostMapping("/{id}/retire")
    @PreAuthorize(SchoolPages.KEEPERS)
    String retire(@PathVariable UUID id, @RequestParam long version, RedirectAttributes redirect) {
        require(id);
        SchoolPages.refusal(subjects.retire(id, version));
        return saved("organization.subjects.retired", redirect);
    }

    @PostMapping("/{id}/restore")
    @PreAuthorize(SchoolPages.KEEPERS)
    String restore(@PathVariable UUID id, @RequestParam long version, RedirectAttributes redirect) {
        require(id);
        SchoolPages.refusal(subjects.restore(id, version));
        return saved("organization.subjects.restored", redirect);
    }

    private Subject require(UUID id) {
        return subjects.find(id)
                .filter(subject -> subject.organizationId().equals(SchoolPages.school()))
                .orElseThrow(SchoolPages::notHere);
    }

    // A school has some dozens of subjects: they are read whole and shown a page at a time.
    private String listed(int page, Model model) {
        var all = subjects.of(SchoolPages.school());
        var at = PageRequest.of(Math.max(0, Math.min(page, SchoolPages.LAST_PAGE)), PAGE_SIZE);
        var from = (int) Math.min(at.getOffset(), all.size());
        var shown = all.subList(from, Math.min(from + PAGE_SIZE, all.size()));
        model.addAttribute("subjects", new PageImpl<>(shown, at, all.size()));
        return "organization/subjects";
    }

    private static String saved(String message, RedirectAttributes redirect) {
        redirect.addFlashAttribute("flash", message);
        return "redirect:/organization/school/subjects";
    }
}
