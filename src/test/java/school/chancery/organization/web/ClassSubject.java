package school.chancery.organization.web;

import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import school.chancery.audit.Acting;
import school.chancery.audit.Actor;
import school.chancery.authorization.AuthorizationSubject;
import school.chancery.organization.ClassKind;
import school.chancery.organization.NewClass;
import school.chancery.organization.NewSchoolYear;
import school.chancery.organization.Organization;
import school.chancery.organization.Outcome;
import school.chancery.organization.SchoolClasses;
import school.chancery.organization.SchoolYears;

@Component
class ClassSubject implements AuthorizationSubject {
    private static final LocalDate STARTS = LocalDate.of(2040, 9, 1);

    private final SchoolYears years;
    private final SchoolClasses classes;

    ClassSubject(SchoolYears years, SchoolClasses classes) {
        this.years = years;
        this.classes = classes;
    }

    @Override
    public String handler() {
        return "GET /organization/school/classes/{id}";
    }

    @Override
    public String make(Organization school) {
        var year = made(
                school,
                () -> years.open(new NewSchoolYear(
                        school.id(), STARTS, STARTS.plusYears(1).minusDays(1))));
        var id = made(school, () -> classes.open(new NewClass(year, ClassKind.CLASS, 5, "А", null, null, null)));
        return "/organization/school/classes/" + id;
    }

    private static UUID made(Organization school, Supplier<Outcome> act) {
        var actor = Actor.person(UUID.randomUUID(), school.id(), Set.of(school.id()));
        return ((Outcome.Done) Acting.as(actor, act)).id();
    }
}
