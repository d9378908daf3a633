package school.chancery.students.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import school.chancery.orders.Orders;
import school.chancery.organization.Organizations;
import school.chancery.people.Pupils;
import school.chancery.students.domain.NoticeMails;
import school.chancery.students.domain.TransferView;
import school.chancery.students.domain.TransferWords;

@Component
class TransferCards {
    private final Pupils pupils;
    private final Orders orders;
    private final NoticeMails mails;
    private final Organizations organizations;
    private final TransferWords words;

    TransferCards(Pupils pupils, Orders orders, NoticeMails mails, Organizations organizations, TransferWords words) {
        this.pupils = pupils;
        this.orders = orders;
        this.mails = mails;
        this.organizations = organizations;
        this.words = words;
    }

    @Transactional(readOnly = true)
    public TransferCard of(TransferView transfer) {
        return new TransferCard(
                transfer,
                pupils.find(transfer.pupilId()).orElseThrow().name().full(),
                words.classLabel(transfer.fromClassId()),
                to(transfer),
                transfer.orderId() == null ? null : orders.reference(transfer.orderId()),
                transfer.orderId(),
                replies(transfer));
    }

    private List<TransferCard.Reply> replies(TransferView transfer) {
        var replies = mails.replies(transfer);
        if (replies.isEmpty()) return List.of();
        var zone = organizations.require(transfer.organizationId()).zone();
        return replies.stream()
                .map(mail -> new TransferCard.Reply(mail, mail.receivedAt().atZone(zone)))
                .toList();
    }

    private @Nullable String to(TransferView transfer) {
        return transfer.toClassId() == null ? words.destination(transfer) : words.classLabel(transfer.toClassId());
    }
}
