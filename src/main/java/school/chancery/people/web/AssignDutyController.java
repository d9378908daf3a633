package school.chancery.people.web;

import jakarta.validation.Valid;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
import school.chancery.people.ClassTeachers;
import school.chancery.people.domain.DutyKind;
import school.chancery.people.process.AssignDutyProcess;
import school.chancery.people.process.Started;
import school.chancery.workflow.TaskPages;

/** Start form: first what kind of duty, then the fields of that kind (F047). */
@Controller
@RequestMapping("/people/assign-duty/start")
@PreAuthorize("hasAnyRole('DIRECTOR', 'DEPUTY', 'SECRETARY', 'HR')")
class AssignDutyController {
    private final AssignDutyProcess process;
    private final ClassTeachers classTeachers;
    private final Organizations organizations;
    private final PeopleChoices choices;
    private final TaskPages pages;

    AssignDutyController(
            AssignDutyProcess process,
            ClassTeachers classTeachers,
            Organizations organizations,
            PeopleChoices choices,
            TaskPages pages) {
        this.process = process;
        this.classTeachers = classTeachers;
        this.organizations = organizations;
        this.choices = choices;
        this.pages = pages;
    }

    @GetMapping
    String show(
            @AuthenticationPrincipal SignedIn me,
            @RequestParam(required = false) @Nullable DutyKind kind,
            Model model) {
        model.addAttribute("kinds", DutyKind.values());
        if (kind == null) return "people/assign-duty/start";
        var today = organizations.today(me.organizationId());
        model.addAttribute(form(me, kind, today));
        return page(me, kind, today, model);
    }

    @PostMapping
    String start(
            @AuthenticationPrincipal SignedIn me,
            @RequestParam(defaultValue = "false") boolean framed,
            @Valid @ModelAttribute AssignDutyForm form,
            BindingResult faults,
            Model model) {
        form.check(faults);
        if (!faults.hasErrors()) {
            try {
                var started = process.start(form.toProposal(me, words(form)));
                if (started instanceof Started.Running running)
                    return pages.started(framed, running.processInstanceId(), "people.duty.start.done");
                Faults.reject(faults, ((Started.Refused) started).reasons());
            } catch (DataIntegrityViolationException overtaken) {
                faults.reject("people.refused.overtaken");
            }
        }
        model.addAttribute("kinds", DutyKind.values());
        if (form.kind() == null) {
            model.addAttribute("wrong", true);
            return "people/assign-duty/start";
        }
        var day = form.from() == null ? organizations.today(me.organizationId()) : form.from();
        return page(me, form.kind(), day, model);
    }

    // What the order calls the duty when nobody had to word it.
    private String words(AssignDutyForm form) {
        return switch (Objects.requireNonNull(form.kind())) {
            case ROLE -> form.duty() != null ? form.duty() : choices.wordOfOrder("identity.role." + form.role());
            case WORKING_GROUP, EXECUTORS -> Objects.requireNonNull(form.duty());
            case CLASS_TEACHERS, SUBSTITUTION -> choices.wordOfOrder("people.duty.kind." + form.kind());
        };
    }

    private AssignDutyForm form(SignedIn me, DutyKind kind, LocalDate today) {
        List<@Nullable UUID> classes = new ArrayList<>();
        List<@Nullable UUID> teachers = new ArrayList<>();
        if (kind == DutyKind.CLASS_TEACHERS) {
            var present = classTeachers.all(me.organizationId(), today);
            for (var id : choices.classes(me.organizationId(), today).keySet()) {
                classes.add(id);
                var teacher = present.get(id);
                teachers.add(teacher == null ? null : teacher.id());
            }
        }
        return AssignDutyForm.of(kind, today, classes, teachers);
    }

    private String page(SignedIn me, DutyKind kind, LocalDate day, Model model) {
        model.addAttribute("kind", kind);
        model.addAttribute("employees", choices.employees(me.organizationId()));
        model.addAttribute("roles", DutyKind.ROLES);
        if (kind == DutyKind.CLASS_TEACHERS) model.addAttribute("classes", classes(me, day));
        return "people/assign-duty/duty";
    }

    // The table was made of today's classes: a wrong date takes no names away from it.
    private Map<UUID, String> classes(SignedIn me, LocalDate day) {
        var classes = new LinkedHashMap<>(choices.classes(me.organizationId(), day));
        choices.classes(me.organizationId(), organizations.today(me.organizationId()))
                .forEach(classes::putIfAbsent);
        return classes;
    }
}
