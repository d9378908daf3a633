package school.chancery.students.domain;

import java.time.LocalDate;
import java.util.UUID;
import org.springframework.stereotype.Service;
import school.chancery.organization.Organizations;
import school.chancery.organization.Policies;
import school.chancery.organization.WorkingDays;

/** Latest days that the rules of transfer leave, each with its unit; the figures are every organization's policy. */
@Service
public class StudentTerms {
    static final String WITHDRAWAL_ORDER = "students.withdrawal-order-calendar-days";
    static final String ENROLMENT_ORDER = "students.enrolment-order-working-days";
    static final String PLACE_ANSWER = "students.place-answer-working-days";
    static final String ARRIVAL_NOTICE = "students.arrival-notice-working-days";

    private final Organizations organizations;
    private final Policies policies;
    private final WorkingDays workingDays;

    StudentTerms(Organizations organizations, Policies policies, WorkingDays workingDays) {
        this.organizations = organizations;
        this.policies = policies;
        this.workingDays = workingDays;
    }

    /** Within so many days of the application, not working days (№ 240). */
    public LocalDate withdrawalOrder(UUID organizationId, LocalDate appliedOn) {
        return appliedOn.plusDays(days(organizationId, WITHDRAWAL_ORDER));
    }

    public LocalDate enrolmentOrder(UUID organizationId, LocalDate appliedOn) {
        return workingDays.plusWorkingDays(organizationId, appliedOn, days(organizationId, ENROLMENT_ORDER));
    }

    public LocalDate placeAnswer(UUID organizationId) {
        var today = organizations.today(organizationId);
        return workingDays.plusWorkingDays(organizationId, today, days(organizationId, PLACE_ANSWER));
    }

    /** When the school that is left may expect to know of the arrival: after that the child is looked for. */
    public LocalDate arrivalNotice(UUID organizationId, LocalDate leftOn) {
        return workingDays.plusWorkingDays(organizationId, leftOn, days(organizationId, ARRIVAL_NOTICE));
    }

    private int days(UUID organizationId, String policy) {
        return Integer.parseInt(policies.value(organizationId, policy));
    }
}
