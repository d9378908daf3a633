package school.chancery.students.web;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import school.chancery.orders.Orders;
import school.chancery.people.Pupils;
import school.chancery.students.domain.TransferView;
import school.chancery.students.domain.TransferWords;

@Component
class TransferCards {
    private final Pupils pupils;
    private final Orders orders;
    private final TransferWords words;

    TransferCards(Pupils pupils, Orders orders, TransferWords words) {
        this.pupils = pupils;
        this.orders = orders;
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
                transfer.orderId());
    }

    private @Nullable String to(TransferView transfer) {
        return transfer.toClassId() == null ? words.destination(transfer) : words.classLabel(transfer.toClassId());
    }
}
