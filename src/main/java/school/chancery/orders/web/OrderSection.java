package school.chancery.orders.web;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import school.chancery.identity.SignedIn;
import school.chancery.orders.domain.OrderCards;
import school.chancery.orders.process.IssueOrderProcess;
import school.chancery.workflow.CaseSection;

/** On the page of an order's case: the order, for those who may see it. */
@Component
class OrderSection implements CaseSection {
    private final OrderCards cards;
    private final OrderReaders readers;

    OrderSection(OrderCards cards, OrderReaders readers) {
        this.cards = cards;
        this.readers = readers;
    }

    @Override
    public Optional<View> of(String processKey, UUID businessKey) {
        if (!processKey.equals(IssueOrderProcess.KEY)) return Optional.empty();
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        if (authentication == null || !(authentication.getPrincipal() instanceof SignedIn me)) return Optional.empty();
        return cards.find(businessKey, readers.reader(me))
                .map(card -> new View("orders/parts :: case", Map.of("card", card)));
    }
}
