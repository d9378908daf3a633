package school.chancery.journal.web;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
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
import school.chancery.exchange.ListExport;
import school.chancery.identity.SignedIn;
import school.chancery.journal.domain.ClassMarks;
import school.chancery.journal.domain.ClassPlans;
import school.chancery.journal.domain.MarkLists;
import school.chancery.journal.domain.MarkPapers;
import school.chancery.organization.Organizations;
import school.chancery.organization.Subjects;

/** Which subjects classes are marked in, kept by those who answer for the curriculum; and the marks as a table. */
@Controller
@RequestMapping("/journal/marks")
@PreAuthorize(JournalPages.KEEPERS)
class ClassPlanController {
    private static final List<String> COLUMNS = List.of(
            "journal.import.marks.column.class_label",
            "journal.import.marks.column.full_name",
            "journal.import.marks.column.file_number",
            "journal.import.marks.column.subject",
            "journal.import.marks.column.mark");

    private final ClassPlans plans;
    private final Subjects subjects;
    private final JournalPages pages;
    private final MarkLists lists;
    private final MarkPapers papers;
    private final ListExport export;
    private final Organizations organizations;

    ClassPlanController(
            ClassPlans plans,
            Subjects subjects,
            JournalPages pages,
            MarkLists lists,
            MarkPapers papers,
            ListExport export,
            Organizations organizations) {
        this.plans = plans;
        this.subjects = subjects;
        this.pages = pages;
        this.lists = lists;
        this.papers = papers;
        this.export = export;
        this.organizations = organizations;
    }

    record PlanForm(@Size(max = 200) @Nullable List<@NotNull UUID> subjects) {}

    @PostMapping("/propose")
    String propose(
            @AuthenticationPrincipal SignedIn me,
            @RequestParam(required = false) @Nullable UUID year,
            RedirectAttributes redirect) {
        var proposed =
                plans.propose(me.organizationId(), pages.requireYear(me, year).id());
        redirect.addFlashAttribute("flash", proposed > 0 ? "journal.plan.proposed" : "journal.plan.nothing-proposed");
        return "redirect:/journal/marks";
    }

    @GetMapping("/{classId}/subjects")
    String show(@AuthenticationPrincipal SignedIn me, @PathVariable UUID classId, Model model) {
        model.addAttribute(new PlanForm(List.copyOf(plans.of(classId))));
        return page(me, classId, model);
    }

    @PostMapping("/{classId}/subjects")
    String set(
            @AuthenticationPrincipal SignedIn me,
            @PathVariable UUID classId,
            @ModelAttribute @Valid PlanForm form,
            BindingResult faults,
            Model model,
            RedirectAttributes redirect) {
        pages.schoolClass(me, classId);
        if (faults.hasErrors()) return page(me, classId, model);
        if (!plans.set(me.organizationId(), classId, Objects.requireNonNullElse(form.subjects(), List.of()))) {
            faults.rejectValue("subjects", "journal.plan.marked");
            return page(me, classId, model);
        }
        redirect.addFlashAttribute("flash", "journal.plan.saved");
        return "redirect:/journal/marks/" + classId;
    }

    @GetMapping("/export")
    void export(
            @AuthenticationPrincipal SignedIn me,
            @RequestParam ListExport.Format format,
            @RequestParam(required = false) @Nullable UUID year,
            HttpServletResponse response) {
        var shown = pages.requireYear(me, year);
        var day = ClassMarks.day(shown, organizations.today(me.organizationId()));
        export.send(
                response,
                format,
                "journal.import.marks.title",
                COLUMNS,
                table -> lists.each(
                        shown.id(),
                        day,
                        row -> table.row(
                                row.label(), row.name(), row.fileNumber(), row.subject(), papers.mark(row.value()))));
    }

    private String page(SignedIn me, UUID classId, Model model) {
        var schoolClass = pages.schoolClass(me, classId);
        var planned = plans.of(classId);
        model.addAttribute("schoolClass", schoolClass);
        model.addAttribute(
                "offered",
                subjects.of(me.organizationId()).stream()
                        .filter(subject -> subject.active() || planned.contains(subject.id()))
                        .toList());
        return "journal/plan";
    }
}
