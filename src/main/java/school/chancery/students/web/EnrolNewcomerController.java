package school.chancery.students.web;

import jakarta.validation.Valid;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
import school.chancery.organization.RussianPhone;
import school.chancery.organization.SchoolYear;
import school.chancery.organization.SchoolYears;
import school.chancery.people.GuardianCard.Kinship;
import school.chancery.students.domain.AdmissionWindows;
import school.chancery.students.process.EnrolNewcomerProcess;
import school.chancery.students.process.Started;
import school.chancery.workflow.TaskPages;

/** Start form: parents apply for admission, of the running year or of the coming one. */
@Controller
@RequestMapping("/students/enrol-newcomer/start")
@PreAuthorize("hasAnyRole('DEPUTY', 'DIRECTOR', 'SECRETARY')")
class EnrolNewcomerController {
    private static final List<Kinship> KINSHIPS = List.of(Kinship.MOTHER, Kinship.FATHER, Kinship.GUARDIAN);

    private final EnrolNewcomerProcess process;
    private final GuardianChoices guardians;
    private final AdmissionWindows windows;
    private final SchoolYears years;
    private final Organizations organizations;
    private final Scans scans;
    private final TaskPages pages;

    EnrolNewcomerController(
            EnrolNewcomerProcess process,
            GuardianChoices guardians,
            AdmissionWindows windows,
            SchoolYears years,
            Organizations organizations,
            Scans scans,
            TaskPages pages) {
        this.process = process;
        this.guardians = guardians;
        this.windows = windows;
        this.years = years;
        this.organizations = organizations;
        this.scans = scans;
        this.pages = pages;
    }

    @GetMapping
    String show(@AuthenticationPrincipal SignedIn me, Model model) {
        var today = organizations.today(me.organizationId());
        var year = years.on(me.organizationId(), today).map(SchoolYear::id).orElse(null);
        model.addAttribute(EnrolNewcomerForm.from(year, today));
        return page(me, model);
    }

    @PostMapping
    String start(
            @AuthenticationPrincipal SignedIn me,
            @RequestParam(defaultValue = "false") boolean framed,
            @Valid @ModelAttribute EnrolNewcomerForm form,
            BindingResult faults,
            Model model) {
        var phone = phone(form, faults);
        var scan = scans.of(form.application(), "application", me.organizationId(), faults);
        if (!faults.hasErrors()) askWhoTheGuardianIs(form, faults, model);
        if (faults.hasErrors()) return page(me, model);
        try {
            var started = process.start(form.toProposal(me, phone, scan));
            if (started instanceof Started.Running running) {
                return pages.started(framed, running.processInstanceId(), "students.newcomer.start.done");
            }
            Faults.reject(faults, ((Started.Refused) started).reasons());
        } catch (DataIntegrityViolationException overtaken) {
            faults.reject("students.refused.applied-already");
        }
        return page(me, model);
    }

    // A name alone tells nobody apart: whoever enters it says whether this is somebody the register has.
    private void askWhoTheGuardianIs(EnrolNewcomerForm form, BindingResult faults, Model model) {
        var alike = guardians.alike(form.guardian());
        if (alike.isEmpty() && form.guardianPerson() == null || form.isGuardianNew()) return;
        if (form.knownGuardian().filter(alike::containsKey).isPresent()) return;
        model.addAttribute("alike", guardians.choice(alike));
        faults.rejectValue("guardianPerson", "students.refused.who-is-this");
    }

    private static @Nullable String phone(EnrolNewcomerForm form, BindingResult faults) {
        if (form.guardianPhone() == null) return null;
        var phone = RussianPhone.any(form.guardianPhone());
        if (phone.isEmpty()) faults.rejectValue("guardianPhone", "students.refused.phone");
        return phone.orElse(null);
    }

    private String page(SignedIn me, Model model) {
        var today = organizations.today(me.organizationId());
        var names = new LinkedHashMap<UUID, String>();
        for (var year : years.all(me.organizationId())) {
            if (!year.endsOn().isBefore(today)) names.put(year.id(), year.label());
        }
        model.addAttribute("years", names);
        model.addAttribute("windows", windows.days(me.organizationId()));
        if (!model.containsAttribute("alike")) model.addAttribute("alike", Map.of());
        model.addAttribute("kinships", KINSHIPS);
        return "students/enrol-newcomer/start";
    }
}
