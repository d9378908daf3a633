package school.chancery.students.domain;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import school.chancery.audit.Audit;
import school.chancery.audit.AuditEntry;
import school.chancery.organization.Organizations;

/** Transfers as the school that is left keeps them. */
@Service
@Transactional
public class Transfers {
    private final TransferRepository transfers;
    private final Organizations organizations;
    private final Audit audit;
    private final Clock clock;

    Transfers(TransferRepository transfers, Organizations organizations, Audit audit, Clock clock) {
        this.transfers = transfers;
        this.organizations = organizations;
        this.audit = audit;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public Optional<TransferView> find(UUID id) {
        return transfers.findById(id).map(Transfer::view);
    }

    /** @throws IllegalArgumentException when there is none that the actor sees */
    @Transactional(readOnly = true)
    public TransferView require(UUID id) {
        return entity(id).view();
    }

    /**
     * The parents take their application back, before the order is signed. Whether in time, the case decides: that may
     * happen at this very moment.
     *
     * @return false when it is too late already, or asked for before
     */
    public boolean askWithdrawal(UUID id, String reason) {
        var transfer = hold(id);
        if (transfers.isOrdered(id) || !transfer.askWithdrawal(reason, clock.instant())) return false;
        record("students.transfer-withdrawal-asked", transfer.view());
        return true;
    }

    /** The parents got the file, or somebody on their behalf. Handed over already = no change. */
    public Optional<Refusal> handOverFile(UUID id, LocalDate on, String to) {
        var transfer = hold(id);
        var view = transfer.view();
        if (on.isBefore(Objects.requireNonNull(view.movedOn()).minusDays(31)))
            return Optional.of(new Refusal("handedOn", "students.refused.before-leaving"));
        if (on.isAfter(organizations.today(view.organizationId())))
            return Optional.of(new Refusal("handedOn", "students.refused.date-future"));
        if (transfer.handOverFile(on, to)) record("students.file-handed-over", view);
        return Optional.empty();
    }

    /** The other school has the child. Known already = no change. */
    public List<Refusal> arrive(UUID id, ArrivalNotice notice) {
        var transfer = hold(id);
        var view = transfer.view();
        if (notice.channel() != NoticeChannel.SYSTEM) {
            var refusal = checkDate(notice, view);
            if (refusal.isPresent()) return List.of(refusal.get());
        }
        if (transfer.arrive(notice)) record("students.arrival-noticed", transfer.view());
        return List.of();
    }

    // What somebody types in may be wrong. A registered order is as it is: farther east its day may not have begun
    // here.
    private Optional<Refusal> checkDate(ArrivalNotice notice, TransferView transfer) {
        if (notice.on().isAfter(organizations.today(transfer.organizationId())))
            return Optional.of(new Refusal("noticeOn", "students.refused.date-future"));
        return notice.on().isBefore(transfer.appliedOn())
                ? Optional.of(new Refusal("noticeOn", "students.refused.before-application"))
                : Optional.empty();
    }

    void redirect(UUID id, UUID organizationId) {
        var transfer = hold(id);
        if (!organizationId.equals(transfer.view().receivingOrganizationId())) transfer.redirect(organizationId);
        transfers.saveAndFlush(transfer);
    }

    void drop(UUID id, DropReason reason) {
        var transfer = hold(id);
        transfer.drop(reason);
        record("students.transfer-dropped", transfer.view());
    }

    void move(UUID id, UUID orderId, LocalDate on) {
        var transfer = hold(id);
        transfer.move(orderId, on);
        transfers.saveAndFlush(transfer);
    }

    void leave(UUID id, UUID orderId, LocalDate on, LocalDate noticeDueOn) {
        var transfer = hold(id);
        transfer.leave(orderId, on, noticeDueOn);
        transfers.saveAndFlush(transfer);
    }

    void askedForNotice(UUID id, UUID mailId) {
        var transfer = hold(id);
        transfer.askedForNotice(mailId);
        record("students.notice-asked", transfer.view());
    }

    void keepDossier(UUID id, UUID documentId) {
        hold(id).keepDossier(documentId);
    }

    private void record(String action, TransferView transfer) {
        audit.record(AuditEntry.of(action, transfer.organizationId(), "transfer", transfer.id()));
    }

    private Transfer hold(UUID id) {
        return transfers.hold(id).orElseThrow(() -> new IllegalArgumentException("transfer " + id));
    }

    private Transfer entity(UUID id) {
        return transfers.findById(id).orElseThrow(() -> new IllegalArgumentException("transfer " + id));
    }
}
