package school.chancery.orders.web;

import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import school.chancery.documents.DocumentAccess;
import school.chancery.documents.StoredDocument;
import school.chancery.identity.SignedIn;
import school.chancery.orders.domain.OrderCards;

/** Files of orders: the office reads them all, others the registered copy of what they must be acquainted with. */
@Component
class OrderDocumentAccess implements DocumentAccess {
    private final OrderCards cards;
    private final OrderReaders readers;

    OrderDocumentAccess(OrderCards cards, OrderReaders readers) {
        this.cards = cards;
        this.readers = readers;
    }

    @Override
    public Answer mayRead(StoredDocument document) {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        if (authentication == null || !(authentication.getPrincipal() instanceof SignedIn me)) return Answer.FORBIDDEN;
        return cards.mayReadDocument(document.id(), readers.reader(me))
                .map(allowed -> allowed ? Answer.ALLOWED : Answer.FORBIDDEN)
                .orElse(Answer.NOT_MINE);
    }
}
