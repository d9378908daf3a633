package school.chancery.students.domain;

import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import school.chancery.orders.OrderSummary;
import school.chancery.orders.Orders;
import school.chancery.people.Pupils;
import school.chancery.students.EnrollmentAnswer;
import school.chancery.students.Enrollments;

/** What an order of transfer causes. Done already = no change; an unregistered order causes nothing. */
@Service
@Transactional
public class TransferEffects {
    private final Transfers transfers;
    private final TransferWords words;
    private final PlaceRequests requests;
    private final PlaceSearches searches;
    private final Dossiers dossiers;
    private final NoticeMails notices;
    private final Enrollments enrollments;
    private final Pupils pupils;
    private final Orders orders;
    private final StudentTerms terms;

    TransferEffects(
            Transfers transfers,
            TransferWords words,
            PlaceRequests requests,
            PlaceSearches searches,
            Dossiers dossiers,
            NoticeMails notices,
            Enrollments enrollments,
            Pupils pupils,
            Orders orders,
            StudentTerms terms) {
        this.transfers = transfers;
        this.words = words;
        this.requests = requests;
        this.searches = searches;
        this.dossiers = dossiers;
        this.notices = notices;
        this.enrollments = enrollments;
        this.pupils = pupils;
        this.orders = orders;
        this.terms = terms;
    }

    /** Into the other class, from the day of the order. */
    public void moveToClass(UUID id, UUID orderId) {
        var transfer = transfers.require(id);
        if (!transfer.isOpen()) return;
        var on = effectiveOn(orderId);
        var to = Objects.requireNonNull(transfer.toClassId());
        require(enrollments.move(transfer.pupilId(), to, on, words.ground(transfer, orderId)));
        transfers.move(id, orderId, on);
    }

    /**
     * Out of the school, from the day of the order; the papers are put together.
     *
     * @return the request of the school that may now have the child; empty when that is no school of the system
     */
    public Optional<PlaceRequestView> withdraw(UUID id, UUID orderId) {
        var transfer = transfers.require(id);
        if (!transfer.isOpen()) return requests.newest(id);
        var order = orders.find(orderId).orElseThrow();
        var on = effectiveOn(orderId);
        require(enrollments.withdraw(transfer.pupilId(), on, words.ground(transfer, orderId)));
        pupils.release(transfer.pupilId(), on.minusDays(1));
        var noticeDueOn = terms.arrivalNotice(transfer.organizationId(), on);
        transfers.leave(id, orderId, on, noticeDueOn);
        transfers.keepDossier(id, dossiers.keep(transfer, transfer.organizationId(), order));
        notices.ask(transfer, order);
        if (transfer.kind() != TransferKind.SYSTEM_SCHOOL) return Optional.empty();
        return requests.leave(id, on, noticeDueOn, order, dossiers.keep(transfer, receiving(transfer), order));
    }

    /** Nothing comes of the transfer; what was asked for on its behalf is asked no more. */
    public Dropped drop(UUID id) {
        var transfer = transfers.require(id);
        if (transfer.dropReason() != null)
            return new Dropped(transfer.dropReason(), Optional.empty(), Optional.empty());
        var reason = reason(transfer);
        orders.withdraw(id, words.dropped(reason));
        transfers.drop(id, reason);
        return new Dropped(reason, requests.withdraw(id), searches.withdraw(id));
    }

    /** @param request of the school that is to be told; {@code search} likewise of the office */
    public record Dropped(DropReason reason, Optional<PlaceRequestView> request, Optional<PlaceSearchView> search) {}

    private DropReason reason(TransferView transfer) {
        if (transfer.withdrawalReason() != null) return DropReason.WITHDRAWN;
        return searches.isWithoutSchool(transfer.id()) ? DropReason.NO_SCHOOL : DropReason.ORDER_REJECTED;
    }

    private LocalDate effectiveOn(UUID orderId) {
        return orders.find(orderId)
                .filter(OrderSummary::isRegistered)
                .map(OrderSummary::effectiveOn)
                .orElseThrow(() -> new IllegalStateException("order " + orderId + " is not registered"));
    }

    private static UUID receiving(TransferView transfer) {
        return Objects.requireNonNull(transfer.receivingOrganizationId());
    }

    // What the form let through and the register refuses now has changed in between: a person must look.
    private static void require(EnrollmentAnswer answer) {
        if (answer instanceof EnrollmentAnswer.Refused refused) {
            throw new IllegalStateException("the order cannot be carried out: " + refused.reason());
        }
    }
}
