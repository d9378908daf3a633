package school.chancery.students.web;

import jakarta.validation.Valid;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
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
import school.chancery.identity.SignedIn;
import school.chancery.organization.Organizations;
import school.chancery.people.PupilCard;
import school.chancery.people.Pupils;
import school.chancery.students.Enrollments;
import school.chancery.students.domain.EnrolledSearch;
import school.chancery.students.domain.TransferKind;
import school.chancery.students.process.Started;
import school.chancery.students.process.TransferStudentProcess;
import school.chancery.workflow.TaskPages;

/** Start form: the parents' application for a transfer. First the child is found, then the application is entered. */
@Controller
@RequestMapping("/students/transfer-student/start")
@PreAuthorize("hasAnyRole('DEPUTY', 'DIRECTOR', 'SECRETARY')")
class StartTransferController {
    private static final int LONGEST_TEXT = 100;

    private final TransferStudentProcess process;
    private final Pupils pupils;
    private final Enrollments enrollments;
    private final EnrolledSearch search;
    private final StudentChoices choices;
    private final Organizations organizations;
    private final Scans scans;
    private final TaskPages pages;

    StartTransferController(
            TransferStudentProcess process,
            Pupils pupils,
            Enrollments enrollments,
            EnrolledSearch search,
            StudentChoices choices,
            Organizations organizations,
            Scans scans,
            TaskPages pages) {
        this.process = process;
        this.pupils = pupils;
        this.enrollments = enrollments;
        this.search = search;
        this.choices = choices;
        this.organizations = organizations;
        this.scans = scans;
        this.pages = pages;
    }

    @GetMapping
    String show(
            @AuthenticationPrincipal SignedIn me,
            @RequestParam(required = false) @Nullable UUID pupilId,
            @RequestParam(required = false) @Nullable String text,
            Model model) {
        var today = organizations.today(me.organizationId());
        if (ofSchool(me, pupilId).isEmpty()) return choose(me, text, today, model);
        model.addAttribute(StartTransferForm.of(pupilId, choices.applicant(pupilId), today));
        return page(me, pupilId, model);
    }

    @PostMapping
    String start(
            @AuthenticationPrincipal SignedIn me,
            @RequestParam(defaultValue = "false") boolean framed,
            @Valid @ModelAttribute StartTransferForm form,
            BindingResult faults,
            Model model) {
        form.check(faults);
        var scan = scans.of(form.application(), "application", me.organizationId(), faults);
        if (faults.hasErrors()) return page(me, form.pupilId(), model);
        try {
            var started = process.start(form.toProposal(me, scan));
            if (started instanceof Started.Running running) {
                return pages.started(framed, running.processInstanceId(), "students.transfer.start.done");
            }
            Faults.reject(faults, ((Started.Refused) started).reasons());
        } catch (DataIntegrityViolationException overtaken) {
            faults.reject("students.refused.in-transfer");
        }
        return page(me, form.pupilId(), model);
    }

    private String choose(SignedIn me, @Nullable String text, LocalDate today, Model model) {
        var asked = text == null ? "" : text.replace("\0", "").strip();
        var cut = asked.substring(0, Math.min(asked.length(), LONGEST_TEXT));
        model.addAttribute("text", cut);
        if (!cut.isEmpty()) model.addAttribute("found", search.inClasses(me.organizationId(), today, cut));
        return "students/transfer-student/choose";
    }

    private String page(SignedIn me, @Nullable UUID pupilId, Model model) {
        var pupil = ofSchool(me, pupilId);
        if (pupil.isEmpty()) return "students/transfer-student/start";
        var today = organizations.today(me.organizationId());
        model.addAttribute("pupil", pupil.get());
        enrollments.of(pupil.get().id(), today).ifPresent(stay -> model.addAttribute("enrollment", stay));
        model.addAttribute("classes", choices.otherClasses(pupil.get(), today));
        model.addAttribute("schools", choices.schools(me.organizationId()));
        model.addAttribute("kinds", TransferKind.values());
        return "students/transfer-student/start";
    }

    private Optional<PupilCard> ofSchool(SignedIn me, @Nullable UUID pupilId) {
        return Optional.ofNullable(pupilId)
                .flatMap(pupils::find)
                .filter(pupil -> pupil.organizationId().equals(me.organizationId()));
    }
}
