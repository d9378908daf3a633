package school.chancery.journal.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
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
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import school.chancery.identity.SignedIn;
import school.chancery.journal.domain.ClassMarks;
import school.chancery.journal.domain.ExamBook;
import school.chancery.journal.domain.ExamBook.Certificate;
import school.chancery.journal.domain.ExamBook.ExamResult;
import school.chancery.organization.Organizations;
import school.chancery.organization.SchoolClass;
import school.chancery.organization.Subject;
import school.chancery.organization.Subjects;

/** The final examinations of a class of grade 9 or 11. */
@Controller
@RequestMapping("/journal/exams/{classId}")
@PreAuthorize(JournalPages.KEEPERS)
class ExamsController {
    private final ExamBook exams;
    private final JournalPages pages;
    private final Subjects subjects;
    private final Organizations organizations;

    ExamsController(ExamBook exams, JournalPages pages, Subjects subjects, Organizations organizations) {
        this.exams = exams;
        this.pages = pages;
        this.subjects = subjects;
        this.organizations = organizations;
    }

    record DayForm(@NotNull @Nullable LocalDate on) {}

    /** @param reason of a refusal; {@code certificate} with its day once it is known */
    record ExamForm(
            @NotNull @Nullable Boolean admitted,
            @Size(max = 500) @Nullable String reason,
            @NotNull @Nullable LocalDate decidedOn,
            @Nullable Certificate certificate,
            @Nullable LocalDate certifiedOn) {}

    record SittingForm(
            @NotNull @Nullable UUID subjectId,
            @NotNull @Nullable LocalDate takenOn,
            @NotNull @Nullable ExamResult value,
            @Min(0) @Max(100) @Nullable Integer points) {}

    @GetMapping
    String list(@AuthenticationPrincipal SignedIn me, @PathVariable UUID classId, Model model) {
        model.addAttribute(new DayForm(organizations.today(me.organizationId())));
        return listed(me, graduating(me, classId), model);
    }

    @PostMapping("/admit")
    String admit(
            @AuthenticationPrincipal SignedIn me,
            @PathVariable UUID classId,
            @Valid @ModelAttribute DayForm form,
            BindingResult faults,
            Model model,
            RedirectAttributes redirect) {
        var of = graduating(me, classId);
        refuseFuture(me, form.on(), "on", faults);
        if (faults.hasErrors()) return listed(me, of, model);
        var done = exams.admitAll(of, Objects.requireNonNull(form.on()), day(me, of));
        redirect.addFlashAttribute("flash", done > 0 ? "journal.exams.admitted" : "journal.exams.nobody");
        return "redirect:/journal/exams/" + classId;
    }

    @PostMapping("/certify")
    String certify(
            @AuthenticationPrincipal SignedIn me,
            @PathVariable UUID classId,
            @Valid @ModelAttribute DayForm form,
            BindingResult faults,
            Model model,
            RedirectAttributes redirect) {
        var of = graduating(me, classId);
        refuseFuture(me, form.on(), "on", faults);
        if (faults.hasErrors()) return listed(me, of, model);
        var done = exams.certifyAll(of, Objects.requireNonNull(form.on()), day(me, of));
        redirect.addFlashAttribute("flash", done > 0 ? "journal.exams.certified" : "journal.exams.nobody");
        return "redirect:/journal/exams/" + classId;
    }

    @GetMapping("/{pupilId}")
    String show(
            @AuthenticationPrincipal SignedIn me, @PathVariable UUID classId, @PathVariable UUID pupilId, Model model) {
        var of = graduating(me, classId);
        model.addAttribute(form(line(me, of, pupilId)));
        model.addAttribute(new SittingForm(null, null, null, null));
        return page(me, of, pupilId, model);
    }

    @PostMapping("/{pupilId}")
    String decide(
            @AuthenticationPrincipal SignedIn me,
            @PathVariable UUID classId,
            @PathVariable UUID pupilId,
            @Valid @ModelAttribute ExamForm form,
            BindingResult faults,
            Model model,
            RedirectAttributes redirect) {
        var of = graduating(me, classId);
        line(me, of, pupilId);
        check(me, form, faults);
        if (!faults.hasErrors()) keep(of, pupilId, form, faults);
        if (faults.hasErrors()) {
            model.addAttribute(new SittingForm(null, null, null, null));
            return page(me, of, pupilId, model);
        }
        redirect.addFlashAttribute("flash", "journal.exams.saved");
        return "redirect:/journal/exams/" + classId + "/" + pupilId;
    }

    @PostMapping("/{pupilId}/marks")
    String sit(
            @AuthenticationPrincipal SignedIn me,
            @PathVariable UUID classId,
            @PathVariable UUID pupilId,
            @Valid @ModelAttribute SittingForm form,
            BindingResult faults,
            Model model,
            RedirectAttributes redirect) {
        var of = graduating(me, classId);
        var line = line(me, of, pupilId);
        refuseFuture(me, form.takenOn(), "takenOn", faults);
        if (!faults.hasErrors()
                && !exams.sit(
                        of,
                        pupilId,
                        Objects.requireNonNull(form.subjectId()),
                        Objects.requireNonNull(form.takenOn()),
                        Objects.requireNonNull(form.value()),
                        form.points())) faults.reject("journal.exams.not-admitted");
        if (faults.hasErrors()) {
            model.addAttribute(form(line));
            return page(me, of, pupilId, model);
        }
        redirect.addFlashAttribute("flash", "journal.exams.saved");
        return "redirect:/journal/exams/" + classId + "/" + pupilId;
    }

    private void check(SignedIn me, ExamForm form, BindingResult faults) {
        refuseFuture(me, form.decidedOn(), "decidedOn", faults);
        refuseFuture(me, form.certifiedOn(), "certifiedOn", faults);
        var refused = Boolean.FALSE.equals(form.admitted());
        if (refused && (form.reason() == null || form.reason().isBlank()))
            faults.rejectValue("reason", "journal.exams.reason-missing");
        if ((form.certificate() == null) != (form.certifiedOn() == null))
            faults.rejectValue("certifiedOn", "journal.exams.day-missing");
        if (refused && form.certificate() != null && form.certificate() != Certificate.NONE)
            faults.rejectValue("certificate", "journal.exams.no-certificate");
    }

    private void keep(SchoolClass of, UUID pupilId, ExamForm form, BindingResult faults) {
        var admitted = Objects.requireNonNull(form.admitted());
        var reason = form.reason() == null ? null : form.reason().strip();
        if (!exams.decide(of, pupilId, admitted, reason, Objects.requireNonNull(form.decidedOn())))
            faults.rejectValue("admitted", "journal.exams.sat-already");
        else if (form.certificate() != null)
            exams.certify(of, pupilId, form.certificate(), Objects.requireNonNull(form.certifiedOn()));
    }

    private void refuseFuture(SignedIn me, @Nullable LocalDate day, String field, BindingResult faults) {
        if (day != null && day.isAfter(organizations.today(me.organizationId())))
            faults.rejectValue(field, "journal.exams.in-future");
    }

    private static ExamForm form(ExamBook.Line line) {
        return new ExamForm(line.admitted(), line.reason(), line.decidedOn(), line.certificate(), line.certifiedOn());
    }

    private SchoolClass graduating(SignedIn me, UUID classId) {
        var of = pages.schoolClass(me, classId);
        if (!Objects.equals(of.grade(), 9) && !Objects.equals(of.grade(), 11))
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        return of;
    }

    private ExamBook.Line line(SignedIn me, SchoolClass of, UUID pupilId) {
        return exams.line(of.id(), pupilId, day(me, of))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private LocalDate day(SignedIn me, SchoolClass of) {
        return ClassMarks.day(pages.year(of.schoolYearId()), organizations.today(me.organizationId()));
    }

    private String listed(SignedIn me, SchoolClass of, Model model) {
        model.addAttribute("schoolClass", of);
        model.addAttribute("lines", exams.lines(of.id(), day(me, of)));
        return "journal/exams";
    }

    private String page(SignedIn me, SchoolClass of, UUID pupilId, Model model) {
        model.addAttribute("schoolClass", of);
        model.addAttribute("line", line(me, of, pupilId));
        model.addAttribute("sittings", exams.sittings(pupilId, of.schoolYearId()));
        model.addAttribute("certificates", Certificate.values());
        model.addAttribute("results", ExamResult.values());
        var offered = new LinkedHashMap<UUID, String>();
        subjects.of(me.organizationId()).stream()
                .filter(Subject::active)
                .forEach(each -> offered.put(each.id(), each.name()));
        model.addAttribute("subjects", offered);
        return "journal/exam";
    }
}
