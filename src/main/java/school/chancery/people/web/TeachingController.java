package school.chancery.people.web;

import jakarta.validation.Valid;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
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
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import school.chancery.identity.Role;
import school.chancery.identity.SignedIn;
import school.chancery.organization.Organizations;
import school.chancery.organization.Outcome;
import school.chancery.organization.Refusal;
import school.chancery.organization.SchoolClass;
import school.chancery.organization.SchoolClasses;
import school.chancery.organization.Subgroups;
import school.chancery.organization.Subject;
import school.chancery.organization.Subjects;
import school.chancery.people.domain.ClassTeacherTable;
import school.chancery.people.domain.Teaching;

/** Who leads which class, and who teaches which subject in it. The first goes by order, the second is kept here. */
@Controller
@PreAuthorize("hasAnyRole('DIRECTOR', 'DEPUTY')")
class TeachingController {
    private final Teaching teaching;
    private final ClassTeacherTable table;
    private final SchoolClasses classes;
    private final Subgroups subgroups;
    private final Subjects subjects;
    private final Organizations organizations;
    private final PeopleChoices choices;

    TeachingController(
            Teaching teaching,
            ClassTeacherTable table,
            SchoolClasses classes,
            Subgroups subgroups,
            Subjects subjects,
            Organizations organizations,
            PeopleChoices choices) {
        this.teaching = teaching;
        this.table = table;
        this.classes = classes;
        this.subgroups = subgroups;
        this.subjects = subjects;
        this.organizations = organizations;
        this.choices = choices;
    }

    @GetMapping("/people/class-teachers")
    @PreAuthorize("hasAnyRole('DIRECTOR', 'DEPUTY', 'SECRETARY', 'HR')")
    String classTeachers(@AuthenticationPrincipal SignedIn me, Model model) {
        model.addAttribute("lines", table.of(me.organizationId(), organizations.today(me.organizationId())));
        model.addAttribute("mayTeach", me.has(Role.DIRECTOR) || me.has(Role.DEPUTY));
        return "people/class-teachers";
    }

    @GetMapping("/people/classes/{id}/teaching")
    String show(@AuthenticationPrincipal SignedIn me, @PathVariable UUID id, Model model) {
        model.addAttribute(TeachingForm.from(organizations.today(me.organizationId())));
        return page(me, taught(me, id), model);
    }

    @PostMapping("/people/classes/{id}/teaching")
    String assign(
            @AuthenticationPrincipal SignedIn me,
            @PathVariable UUID id,
            @Valid @ModelAttribute TeachingForm form,
            BindingResult faults,
            Model model) {
        var taught = taught(me, id);
        if (!faults.hasErrors()) {
            try {
                if (teaching.assign(form.toAssignment(me.organizationId(), id)) instanceof Outcome.Refused refused)
                    Faults.reject(faults, refused.reasons());
            } catch (DataIntegrityViolationException overtaken) {
                faults.reject("people.refused.overtaken");
            }
        }
        return faults.hasErrors() ? page(me, taught, model) : "redirect:/people/classes/" + id + "/teaching";
    }

    @PostMapping("/people/classes/{id}/teaching/{assignmentId}/end")
    String end(
            @AuthenticationPrincipal SignedIn me,
            @PathVariable UUID id,
            @PathVariable UUID assignmentId,
            @RequestParam(required = false) @Nullable LocalDate lastDay,
            RedirectAttributes flash) {
        taught(me, id);
        var refusal = lastDay == null
                ? "people.teaching.no-day"
                : teaching.end(me.organizationId(), assignmentId, lastDay)
                        .map(Refusal::code)
                        .orElse("people.teaching.ended");
        flash.addFlashAttribute("flash", refusal);
        return "redirect:/people/classes/" + id + "/teaching";
    }

    private SchoolClass taught(SignedIn me, UUID id) {
        return classes.find(id)
                .filter(one -> one.organizationId().equals(me.organizationId()))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private String page(SignedIn me, SchoolClass taught, Model model) {
        var today = organizations.today(me.organizationId());
        model.addAttribute("taught", taught);
        model.addAttribute("lines", teaching.ofClass(taught.id(), today));
        model.addAttribute("employees", choices.employees(me.organizationId()));
        var known = new LinkedHashMap<UUID, String>();
        subjects.of(me.organizationId()).stream()
                .filter(Subject::active)
                .forEach(subject -> known.put(subject.id(), subject.name()));
        model.addAttribute("subjects", known);
        model.addAttribute("parts", parts(taught, known));
        return "people/teaching";
    }

    private Map<UUID, String> parts(SchoolClass taught, Map<UUID, String> subjects) {
        var parts = new LinkedHashMap<UUID, String>();
        for (var part : subgroups.of(taught.id())) {
            var subject = part.subjectId() == null ? null : subjects.get(part.subjectId());
            parts.put(part.id(), subject == null ? part.name() : part.name() + " (" + subject + ")");
        }
        return parts;
    }
}
