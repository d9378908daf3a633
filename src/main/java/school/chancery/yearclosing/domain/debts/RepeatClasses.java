package school.chancery.yearclosing.domain.debts;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import school.chancery.organization.ClassKind;
import school.chancery.organization.Organizations;
import school.chancery.organization.SchoolClass;
import school.chancery.organization.SchoolClasses;
import school.chancery.organization.SchoolYears;
import school.chancery.students.Enrollment;
import school.chancery.students.Enrollments;

/** Where a year can be repeated: the classes of the running year of the grade in which the debts arose. */
@Component
@Transactional(readOnly = true)
public class RepeatClasses {
    private final Enrollments enrollments;
    private final SchoolClasses classes;
    private final SchoolYears years;
    private final Organizations organizations;

    RepeatClasses(Enrollments enrollments, SchoolClasses classes, SchoolYears years, Organizations organizations) {
        this.enrollments = enrollments;
        this.classes = classes;
        this.years = years;
        this.organizations = organizations;
    }

    public List<SchoolClass> of(DebtCaseView about) {
        var grade = grade(about);
        var today = organizations.today(about.organizationId());
        var year = years.on(about.organizationId(), today);
        if (grade.isEmpty() || year.isEmpty()) return List.of();
        return classes.ofYear(year.get().id()).stream()
                .filter(each -> each.kind() == ClassKind.CLASS
                        && Objects.equals(each.grade(), grade.get())
                        && each.isOpenOn(today))
                .toList();
    }

    private Optional<Integer> grade(DebtCaseView about) {
        return stays(about.pupilId(), about.schoolYearId()).map(Enrollment::grade);
    }

    private Optional<Enrollment> stays(UUID pupilId, UUID schoolYearId) {
        return enrollments.history(pupilId).stream()
                .filter(stay -> stay.schoolYearId().equals(schoolYearId) && stay.grade() != null)
                .findFirst();
    }
}
