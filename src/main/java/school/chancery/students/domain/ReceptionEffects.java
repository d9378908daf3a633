package school.chancery.students.domain;

import java.util.Objects;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import school.chancery.orders.OrderSummary;
import school.chancery.orders.Orders;
import school.chancery.people.NewGuardian;
import school.chancery.people.NewPupil;
import school.chancery.people.Pupils;
import school.chancery.students.EnrollmentAnswer;
import school.chancery.students.Enrollments;
import school.chancery.students.MovementGround;

/** What the order of enrolment causes in the receiving school. */
@Service
@Transactional
public class ReceptionEffects {
    private final PlaceRequestRepository requests;
    private final Transfers transfers;
    private final TransferWords words;
    private final Enrollments enrollments;
    private final Pupils pupils;
    private final Orders orders;

    ReceptionEffects(
            PlaceRequestRepository requests,
            Transfers transfers,
            TransferWords words,
            Enrollments enrollments,
            Pupils pupils,
            Orders orders) {
        this.requests = requests;
        this.transfers = transfers;
        this.words = words;
        this.enrollments = enrollments;
        this.pupils = pupils;
        this.orders = orders;
    }

    /** Admits the child and enrols it in the class; who answers for it comes along. Done already = no change. */
    public void enrol(UUID id, UUID orderId) {
        var request = requests.hold(id).orElseThrow();
        var view = request.view();
        if (view.state() == PlaceState.ENROLLED) return;
        var order = orders.find(orderId).filter(OrderSummary::isRegistered).orElseThrow();
        var from = Objects.requireNonNull(order.effectiveOn());
        // The request's own id: a step that is run again admits nobody twice.
        pupils.admit(new NewPupil(id, view.organizationId(), view.personId(), from));
        pupils.guardians(transfers.require(view.transferId()).pupilId())
                .forEach(guardian -> pupils.addGuardian(
                        new NewGuardian(id, guardian.personId(), guardian.kinship(), guardian.legal())));
        var ground = new MovementGround(
                orderId,
                words.text("students.ground.application", TransferWords.date(Objects.requireNonNull(view.appliedOn()))),
                words.school(view.sendingOrganizationId()));
        var answer = enrollments.enrol(id, Objects.requireNonNull(view.classId()), from, ground);
        if (answer instanceof EnrollmentAnswer.Refused refused) {
            throw new IllegalStateException("the order cannot be carried out: " + refused.reason());
        }
        request.enrol(id, orderId);
        requests.saveAndFlush(request);
    }

    /** The notice for the school that was left. */
    @Transactional(readOnly = true)
    public ArrivalNotice notice(UUID id) {
        var request = requests.findById(id).orElseThrow().view();
        var order = orders.find(Objects.requireNonNull(request.orderId())).orElseThrow();
        return new ArrivalNotice(
                NoticeChannel.SYSTEM,
                Objects.requireNonNull(order.number()),
                Objects.requireNonNull(order.registeredOn()),
                words.school(request.organizationId()));
    }
}
