package school.chancery.yearclosing.web;

import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import school.chancery.journal.Debt;
import school.chancery.journal.DebtAttempts;
import school.chancery.organization.Organizations;
import school.chancery.organization.SchoolClass;
import school.chancery.organization.SchoolClasses;
import school.chancery.organization.SchoolYears;
import school.chancery.organization.Subject;
import school.chancery.organization.Subjects;
import school.chancery.people.Pupils;
import school.chancery.students.Enrollment;
import school.chancery.students.Enrollments;
import school.chancery.yearclosing.domain.debts.DebtCaseView;
import school.chancery.yearclosing.domain.debts.DebtCases;
import school.chancery.yearclosing.domain.debts.DebtChoices;

/** Puts together what pages show of a debt case. */
@Component
@Transactional(readOnly = true)
class DebtCards {
    private final DebtCases cases;
    private final DebtChoices choices;
    private final DebtAttempts attempts;
    private final Pupils pupils;
    private final Enrollments enrollments;
    private final SchoolClasses classes;
    private final SchoolYears years;
    private final Subjects subjects;
    private final Organizations organizations;

    DebtCards(
            DebtCases cases,
            DebtChoices choices,
            DebtAttempts attempts,
            Pupils pupils,
            Enrollments enrollments,
            SchoolClasses classes,
            SchoolYears years,
            Subjects subjects,
            Organizations organizations) {
        this.cases = cases;
        this.choices = choices;
        this.attempts = attempts;
        this.pupils = pupils;
        this.enrollments = enrollments;
        this.classes = classes;
        this.years = years;
        this.subjects = subjects;
        this.organizations = organizations;
    }

    DebtCard of(UUID caseId) {
        return card(cases.require(caseId));
    }

    DebtCard card(DebtCaseView about) {
        var today = organizations.today(about.organizationId());
        return new DebtCard(
                about,
                pupils.find(about.pupilId()).orElseThrow().name().full(),
                enrollments
                        .of(about.pupilId(), today)
                        .map(Enrollment::classLabel)
                        .orElse(null),
                years.find(about.schoolYearId()).orElseThrow().label(),
                cases.dueOn(about.id()),
                cases.debts(about.id()).stream().map(this::line).toList(),
                choices.of(about).orElse(null),
                about.toClassId() == null
                        ? null
                        : classes.find(about.toClassId())
                                .map(SchoolClass::label)
                                .orElse(null));
    }

    /** The one debt that a task is about. */
    DebtCard.Line line(UUID caseId, UUID debtId) {
        return cases.debts(caseId).stream()
                .filter(debt -> debt.id().equals(debtId))
                .map(this::line)
                .findFirst()
                .orElseThrow();
    }

    private DebtCard.Line line(Debt debt) {
        var subject = subjects.find(debt.subjectId()).map(Subject::name).orElseThrow();
        return new DebtCard.Line(debt, subject, List.copyOf(attempts.of(debt.id())));
    }
}
