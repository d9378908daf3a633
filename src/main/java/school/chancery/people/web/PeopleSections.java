package school.chancery.people.web;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import school.chancery.organization.Organizations;
import school.chancery.organization.SchoolClass;
import school.chancery.organization.SchoolClasses;
import school.chancery.people.Persons;
import school.chancery.people.Staff;
import school.chancery.people.StaffMember;
import school.chancery.people.domain.DismissalView;
import school.chancery.people.domain.Dismissals;
import school.chancery.people.domain.Duties;
import school.chancery.people.domain.DutyMember;
import school.chancery.people.domain.DutyView;
import school.chancery.people.domain.HiringView;
import school.chancery.people.domain.Hirings;
import school.chancery.people.process.AssignDutyProcess;
import school.chancery.people.process.DismissEmployeeProcess;
import school.chancery.people.process.HireEmployeeProcess;
import school.chancery.workflow.CaseSection;

/** What the case page shows of a hiring, a dismissal, a duty. */
@Component
class PeopleSections implements CaseSection {
    private final Hirings hirings;
    private final Dismissals dismissals;
    private final Duties duties;
    private final SchoolClasses classes;
    private final Persons persons;
    private final Staff staff;
    private final Organizations organizations;

    PeopleSections(
            Hirings hirings,
            Dismissals dismissals,
            Duties duties,
            SchoolClasses classes,
            Persons persons,
            Staff staff,
            Organizations organizations) {
        this.hirings = hirings;
        this.dismissals = dismissals;
        this.duties = duties;
        this.classes = classes;
        this.persons = persons;
        this.staff = staff;
        this.organizations = organizations;
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<View> of(String processKey, UUID businessKey) {
        return switch (processKey) {
            case HireEmployeeProcess.KEY -> hirings.find(businessKey).map(this::hiring);
            case DismissEmployeeProcess.KEY -> dismissals.find(businessKey).map(this::dismissal);
            case AssignDutyProcess.KEY -> duties.find(businessKey).map(this::duty);
            default -> Optional.empty();
        };
    }

    private View hiring(HiringView hiring) {
        var model = new HashMap<String, Object>();
        model.put("hiring", hiring);
        model.put("name", name(hiring));
        return new View("people/sections :: hiring", model);
    }

    private View dismissal(DismissalView dismissal) {
        var member = staff.find(dismissal.staffId()).orElseThrow();
        return new View(
                "people/sections :: dismissal", Map.of("dismissal", dismissal, "member", member, "mayAct", mayAct()));
    }

    private View duty(DutyView duty) {
        var employed = staff
                .employed(duty.proposed().organizationId(), duty.proposed().from())
                .stream()
                .collect(Collectors.toMap(
                        StaffMember::id, member -> member.name().full() + ", " + member.position()));
        var labels = duty.proposed().members().stream()
                .map(DutyMember::classId)
                .filter(Objects::nonNull)
                .findFirst()
                .flatMap(classes::find)
                .map(first -> classes.ofYear(first.schoolYearId()).stream()
                        .collect(Collectors.toMap(SchoolClass::id, SchoolClass::label)))
                .orElse(Map.of());
        var mayEnd = mayAct() && duty.mayEnd(organizations.today(duty.proposed().organizationId()));
        return new View(
                "people/sections :: duty",
                Map.of("duty", duty, "people", employed, "classes", labels, "mayEnd", mayEnd));
    }

    // A case is looked at by others too, who get no further than looking.
    private static boolean mayAct() {
        return Viewer.isAny(Viewer.PERSONNEL);
    }

    // Of a rejected hiring nobody's name is left.
    private @Nullable String name(HiringView hiring) {
        var candidate = hiring.candidate();
        if (candidate != null) return candidate.name().full();
        if (hiring.state() != HiringView.State.DONE) return null;
        return persons.find(hiring.personId()).map(card -> card.name().full()).orElse(null);
    }
}
