package school.chancery.orders.domain;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import school.chancery.audit.Audit;
import school.chancery.audit.AuditEntry;
import school.chancery.documents.Documents;
import school.chancery.documents.SignatureReport;
import school.chancery.documents.SignatureVerifier;
import school.chancery.documents.Upload;
import school.chancery.identity.Accounts;
import school.chancery.organization.Organizations;

/**
 * Signatures over a frozen original. The right to sign is asked with the day's date inside the transaction that signs:
 * a substitute whose order ended yesterday signs nothing (security-and-faults §2).
 */
@Service
@Transactional(propagation = Propagation.MANDATORY)
public class Signing {
    private final OrderRepository orders;
    private final SignatureRepository signatures;
    private final Signers signers;
    private final Accounts accounts;
    private final Documents documents;
    private final SignatureVerifier verifier;
    private final Organizations organizations;
    private final DocumentTexts texts;
    private final Clock clock;
    private final Audit audit;

    Signing(
            OrderRepository orders,
            SignatureRepository signatures,
            Signers signers,
            Accounts accounts,
            Documents documents,
            SignatureVerifier verifier,
            Organizations organizations,
            DocumentTexts texts,
            Clock clock,
            Audit audit) {
        this.orders = orders;
        this.signatures = signatures;
        this.signers = signers;
        this.accounts = accounts;
        this.documents = documents;
        this.verifier = verifier;
        this.organizations = organizations;
        this.texts = texts;
        this.clock = clock;
        this.audit = audit;
    }

    /** Simple signature: the password once more. */
    public Optional<Refusal> signSimply(UUID orderId, UUID accountId, String password, String address) {
        var order = orders.require(orderId);
        var forbidden = forbids(order, SignatureKind.SIMPLE);
        if (forbidden.isPresent()) return forbidden;
        var signer =
                signers.find(accountId, order.organizationId(), moment(order).on());
        if (signer.isEmpty()) return Optional.of(Refusal.NOT_THE_DIRECTOR);
        return switch (accounts.checkPassword(accountId, password)) {
            case WRONG -> Optional.of(Refusal.PASSWORD_WRONG);
            case THROTTLED -> Optional.of(Refusal.THROTTLED);
            case RIGHT ->
                keep(order, Signature.simple(order, signer.get(), moment(order), address, agreement(signer.get())));
        };
    }

    /** Takes a detached CMS file over the original; a valid one waits for the decision, in place of an earlier one. */
    public OfferAnswer offer(UUID orderId, UUID accountId, Upload.Accepted file) {
        var order = orders.require(orderId);
        var forbidden = forbids(order, SignatureKind.QUALIFIED);
        if (forbidden.isPresent()) return new OfferAnswer.Refused(forbidden.get());
        var signer =
                signers.find(accountId, order.organizationId(), moment(order).on());
        if (signer.isEmpty()) return new OfferAnswer.Refused(Refusal.NOT_THE_DIRECTOR);
        var report =
                verifier.verify(documents.bytes(order.original().orElseThrow().originalId()), file.bytes());
        if (report instanceof SignatureReport.Valid valid) {
            voidOffered(orderId);
            var kept = documents.store(file.toDocument(order.organizationId(), true));
            signatures.saveAndFlush(Signature.offered(order, signer.get(), moment(order), kept.id(), valid));
        }
        return new OfferAnswer.Checked(report);
    }

    /** Accepts the file offered before as the signature. */
    public Optional<Refusal> signByOffered(UUID orderId, UUID accountId, String address) {
        var order = orders.require(orderId);
        var forbidden = forbids(order, SignatureKind.QUALIFIED);
        if (forbidden.isPresent()) return forbidden;
        var moment = moment(order);
        var signer = signers.find(accountId, order.organizationId(), moment.on());
        if (signer.isEmpty()) return Optional.of(Refusal.NOT_THE_DIRECTOR);
        var offered = signatures
                .findByOrderIdAndState(orderId, Signature.State.OFFERED)
                .filter(signature -> stillVerifies(order, signature));
        if (offered.isEmpty()) return Optional.of(Refusal.SIGNATURE_MISSING);
        offered.get().accept(signer.get(), moment, address);
        return keep(order, offered.get());
    }

    /**
     * A signature on paper, recorded by the office.
     *
     * @param signerAccountId who signed; must have had the right on that date
     * @param on the date on the paper
     */
    public Optional<Refusal> recordPaper(
            UUID orderId, UUID recordedBy, UUID signerAccountId, LocalDate on, Upload.Accepted scan) {
        var order = orders.require(orderId);
        var forbidden = forbids(order, SignatureKind.PAPER);
        if (forbidden.isPresent()) return forbidden;
        var moment = moment(order);
        if (on.isAfter(moment.on())) return Optional.of(Refusal.DATE_IN_FUTURE);
        var signer = signers.find(signerAccountId, order.organizationId(), on);
        if (signer.isEmpty()) return Optional.of(Refusal.NOT_THE_DIRECTOR);
        var kept = documents.store(scan.toDocument(order.organizationId(), true));
        return keep(order, Signature.paper(order, signer.get(), moment, on, kept.id(), recordedBy));
    }

    /** Checked anew: since the offer the certificate may have expired, or the order got another original. */
    private boolean stillVerifies(Order order, Signature offered) {
        var original = documents.bytes(order.original().orElseThrow().originalId());
        var file = documents.bytes(offered.documentId().orElseThrow());
        return offered.isOver(order) && verifier.verify(original, file) instanceof SignatureReport.Valid;
    }

    /** Everybody who may sign there today, the head before the substitutes. */
    @Transactional(propagation = Propagation.SUPPORTS)
    public List<Signer> signers(UUID organizationId) {
        return signers.all(organizationId, organizations.today(organizationId));
    }

    void voidOffered(UUID orderId) {
        signatures.findByOrderIdAndState(orderId, Signature.State.OFFERED).ifPresent(offered -> {
            offered.voided();
            signatures.saveAndFlush(offered);
        });
    }

    private Optional<Refusal> forbids(Order order, SignatureKind kind) {
        var original = order.original();
        if (original.isEmpty()) return Optional.of(Refusal.NOT_FROZEN);
        if (original.get().signatureKind() != kind) return Optional.of(Refusal.WRONG_SIGNATURE_KIND);
        var relation = order.cause().relation();
        var ends = relation != null && relation.ends();
        return ends && orders.isEnded(order.cause().target().orElseThrow())
                ? Optional.of(Refusal.TARGET_ENDED)
                : Optional.empty();
    }

    private Optional<Refusal> keep(Order order, Signature signature) {
        signatures.saveAndFlush(signature);
        audit.record(AuditEntry.of("orders.order-signed", order.organizationId(), "order", order.id())
                .with("kind", signature.kind().name())
                .with("sha256", order.original().orElseThrow().originalSha256()));
        return Optional.empty();
    }

    private Signature.Moment moment(Order order) {
        return new Signature.Moment(clock.instant(), organizations.today(order.organizationId()));
    }

    /** What the signer agreed to, kept word for word with the signature. */
    private String agreement(Signer signer) {
        return texts.text("orders.sign.agreement", signer.name());
    }

    /** What became of an offered file. */
    public sealed interface OfferAnswer {
        record Checked(SignatureReport report) implements OfferAnswer {}

        record Refused(Refusal refusal) implements OfferAnswer {}
    }
}
