package school.chancery.journal.web;

import jakarta.validation.Valid;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
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
import org.springframework.web.server.ResponseStatusException;
import school.chancery.identity.SignedIn;
import school.chancery.journal.MarkValue;
import school.chancery.journal.MarksAnswer;
import school.chancery.journal.YearMarks;
import school.chancery.journal.YearMarks.Entry;
import school.chancery.journal.domain.ClassMarks;
import school.chancery.journal.domain.MarkRights;
import school.chancery.journal.domain.MarkScope;
import school.chancery.organization.Organizations;

/** The marks of the year of a class on one page; what is typed is saved at once. */
@Controller
@RequestMapping("/journal/marks")
@PreAuthorize(JournalPages.ENTERERS)
class ClassMarksController {
    private final ClassMarks classMarks;
    private final YearMarks marks;
    private final MarkRights rights;
    private final JournalPages pages;
    private final Organizations organizations;
    private final MessageSource messages;

    ClassMarksController(
            ClassMarks classMarks,
            YearMarks marks,
            MarkRights rights,
            JournalPages pages,
            Organizations organizations,
            MessageSource messages) {
        this.classMarks = classMarks;
        this.marks = marks;
        this.rights = rights;
        this.pages = pages;
        this.organizations = organizations;
        this.messages = messages;
    }

    @GetMapping
    String list(
            @AuthenticationPrincipal SignedIn me, @RequestParam(required = false) @Nullable UUID year, Model model) {
        var shown = pages.year(me, year).orElse(null);
        model.addAttribute("year", shown);
        model.addAttribute("keeps", rights.seesAll(me));
        if (shown == null) return "journal/classes";
        var day = ClassMarks.day(shown, organizations.today(me.organizationId()));
        model.addAttribute(
                "classes",
                rights.seesAll(me)
                        ? classMarks.progress(shown, day)
                        : classMarks.progress(shown, day, rights.classes(me)));
        return "journal/classes";
    }

    @GetMapping("/{classId}")
    String show(@AuthenticationPrincipal SignedIn me, @PathVariable UUID classId, Model model) {
        var schoolClass = pages.schoolClass(me, classId);
        var scope = scope(me, classId);
        var year = pages.year(schoolClass.schoolYearId());
        var day = ClassMarks.day(year, organizations.today(me.organizationId()));
        model.addAttribute("schoolClass", schoolClass);
        model.addAttribute("year", year);
        model.addAttribute("keeps", rights.seesAll(me));
        model.addAttribute("values", MarkValue.values());
        model.addAttribute(
                "subjects",
                classMarks.subjects(classId).stream()
                        .filter(subject -> scope.has(subject.id()))
                        .toList());
        model.addAttribute("lines", classMarks.lines(classId, day));
        return "journal/class";
    }

    @PostMapping("/{classId}")
    ResponseEntity<String> save(
            @AuthenticationPrincipal SignedIn me,
            @PathVariable UUID classId,
            @Valid @ModelAttribute MarksForm form,
            BindingResult faults) {
        var schoolClass = pages.schoolClass(me, classId);
        var scope = scope(me, classId);
        if (faults.hasErrors() || !form.isWhole()) return refused("journal.refused.TORN");
        var entries = form.entries();
        if (entries.isEmpty()) return refused("journal.refused.NO_MARK");
        if (!isWithin(classId, scope, entries.get())) return refused("journal.refused.NOT_IN_THE_PLAN");
        var answer = marks.enter(me.organizationId(), schoolClass.schoolYearId(), entries.get());
        return answer instanceof MarksAnswer.Refused refused
                ? refused("journal.refused." + refused.reason())
                : told(HttpStatus.OK, "journal.marks.saved");
    }

    /** Of this class and in one's own subjects, whatever was sent. */
    private boolean isWithin(UUID classId, MarkScope scope, List<Entry> entries) {
        return entries.stream().allMatch(entry -> scope.has(entry.subjectId()))
                && classMarks.has(classId, entries.stream().map(Entry::pupilId).toList());
    }

    private MarkScope scope(SignedIn me, UUID classId) {
        var scope = rights.scope(me, classId);
        if (scope.isEmpty()) throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        return scope;
    }

    private ResponseEntity<String> refused(String key) {
        return told(HttpStatus.UNPROCESSABLE_ENTITY, key);
    }

    private ResponseEntity<String> told(HttpStatus status, String key) {
        return ResponseEntity.status(status)
                .contentType(new MediaType(MediaType.TEXT_PLAIN, StandardCharsets.UTF_8))
                .body(messages.getMessage(key, null, LocaleContextHolder.getLocale()));
    }
}
