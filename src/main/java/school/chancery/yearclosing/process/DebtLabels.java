package school.chancery.yearclosing.process;

import java.time.LocalDate;
import java.util.UUID;
import org.springframework.stereotype.Component;
import school.chancery.organization.Organizations;
import school.chancery.organization.SchoolYears;
import school.chancery.students.Enrollment;
import school.chancery.students.Enrollments;
import school.chancery.yearclosing.domain.debts.DebtCaseView;
import school.chancery.yearclosing.domain.debts.DebtWords;

/** What stands beside the names of tasks: the class and the year, never a child or a subject. */
@Component
class DebtLabels {
    private final Organizations organizations;
    private final SchoolYears years;
    private final Enrollments enrollments;
    private final DebtWords words;

    DebtLabels(Organizations organizations, SchoolYears years, Enrollments enrollments, DebtWords words) {
        this.organizations = organizations;
        this.years = years;
        this.enrollments = enrollments;
        this.words = words;
    }

    String of(DebtCaseView about) {
        var year = years.find(about.schoolYearId()).orElseThrow().label();
        var label = enrollments.history(about.pupilId()).stream()
                .filter(stay -> stay.schoolYearId().equals(about.schoolYearId()))
                .map(Enrollment::classLabel)
                .findFirst()
                .orElse("—");
        return words.text("yearclosing.debt.label", label, year);
    }

    /** The moment after the last day where the organization is, as timers of models read it. */
    String endOfTerm(UUID organizationId, LocalDate dueOn) {
        return dueOn.plusDays(1)
                .atStartOfDay(organizations.require(organizationId).zone())
                .toInstant()
                .toString();
    }
}
