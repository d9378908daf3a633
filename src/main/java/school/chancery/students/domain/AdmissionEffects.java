package school.chancery.students.domain;

import java.util.Objects;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import school.chancery.orders.OrderSummary;
import school.chancery.orders.Orders;
import school.chancery.people.NewGuardian;
import school.chancery.people.NewPerson;
import school.chancery.people.NewPupil;
import school.chancery.people.Persons;
import school.chancery.people.Pupils;
import school.chancery.students.EnrollmentAnswer;
import school.chancery.students.Enrollments;
import school.chancery.students.MovementGround;

/** What the order of admission causes: a person, a pupil, who answers for them, a class. */
@Service
@Transactional
public class AdmissionEffects {
    private final Admissions admissions;
    private final Persons persons;
    private final Pupils pupils;
    private final Enrollments enrollments;
    private final TransferWords words;
    private final Orders orders;

    AdmissionEffects(
            Admissions admissions,
            Persons persons,
            Pupils pupils,
            Enrollments enrollments,
            TransferWords words,
            Orders orders) {
        this.admissions = admissions;
        this.persons = persons;
        this.pupils = pupils;
        this.enrollments = enrollments;
        this.words = words;
        this.orders = orders;
    }

    /** Done already = no change. */
    public void enrol(UUID id, UUID orderId) {
        var admission = admissions.require(id);
        if (admission.state() == AdmissionState.ENROLLED) return;
        var order = orders.find(orderId).filter(OrderSummary::isRegistered).orElseThrow();
        var from = Objects.requireNonNull(order.effectiveOn());
        enter(admission);
        pupils.admit(new NewPupil(id, admission.organizationId(), admission.personId(), from));
        pupils.addGuardian(new NewGuardian(id, admission.guardianPersonId(), admission.kinship(), true));
        var reason = words.text("students.ground.application", TransferWords.date(admission.appliedOn()));
        var answer = enrollments.enrol(
                id, Objects.requireNonNull(admission.classId()), from, new MovementGround(orderId, reason, null));
        if (answer instanceof EnrollmentAnswer.Refused refused) {
            throw new IllegalStateException("the order cannot be carried out: " + refused.reason());
        }
        admissions.enrolled(id, orderId);
    }

    private void enter(AdmissionView admission) {
        persons.enter(new NewPerson(admission.personId(), admission.child(), admission.bornOn(), null, null, null));
        persons.enter(new NewPerson(
                admission.guardianPersonId(), admission.guardian(), null, null, null, admission.guardianPhone()));
    }
}
