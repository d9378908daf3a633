package school.chancery.students.domain;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import school.chancery.mail.Outbox;
import school.chancery.mail.OutgoingMail;
import school.chancery.mail.ReceivedMail;
import school.chancery.orders.OrderSummary;

/**
 * A school outside the system is asked by mail to tell of the enrolment. What it answers is shown with the case and never
 * applied by itself. The mail does not name the child: whom it is about, the papers say that the parents bring.
 */
@Service
@Transactional
public class NoticeMails {
    private final Outbox outbox;
    private final Transfers transfers;
    private final TransferWords words;

    NoticeMails(Outbox outbox, Transfers transfers, TransferWords words) {
        this.outbox = outbox;
        this.transfers = transfers;
        this.words = words;
    }

    /** Asked already, or no address to ask at = no change. */
    void ask(TransferView transfer, OrderSummary order) {
        if (transfer.receivingEmail() == null) return;
        var reference = reference(transfer.id());
        var mail = outbox.owe(new OutgoingMail(
                transfer.organizationId(),
                "students.notice:" + transfer.id(),
                transfer.id(),
                transfer.receivingEmail(),
                words.text("students.notice-mail.subject", reference),
                words.text(
                        "students.notice-mail.text",
                        words.school(transfer.organizationId()),
                        Objects.requireNonNull(order.number()),
                        TransferWords.date(Objects.requireNonNull(order.registeredOn())),
                        reference),
                reference,
                List.of()));
        transfers.askedForNotice(transfer.id(), mail);
    }

    /** What the school has answered, oldest first; untrusted text. */
    @Transactional(readOnly = true)
    public List<ReceivedMail> replies(TransferView transfer) {
        return transfer.noticeAskedMailId() == null ? List.of() : outbox.replies(transfer.noticeAskedMailId());
    }

    /** Stands in the subject, and in the answer when a mail program has lost the headers. */
    static String reference(UUID transferId) {
        return "ПЕР-" + transferId.toString().substring(0, 8).toUpperCase(Locale.ROOT);
    }
}
