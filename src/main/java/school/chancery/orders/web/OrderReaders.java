package school.chancery.orders.web;

import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;
import school.chancery.identity.Account;
import school.chancery.identity.Accounts;
import school.chancery.identity.Role;
import school.chancery.identity.SignedIn;
import school.chancery.orders.domain.OrderCard;
import school.chancery.orders.domain.OrderCards;
import school.chancery.orders.domain.OrderCards.Reader;

/** Who looks at an order, and whether there is anything to see for them. */
@Component
class OrderReaders {
    private final Accounts accounts;
    private final OrderCards cards;

    OrderReaders(Accounts accounts, OrderCards cards) {
        this.accounts = accounts;
        this.cards = cards;
    }

    Reader reader(SignedIn me) {
        var person = accounts.find(me.accountId()).map(Account::personId).orElse(null);
        var office = me.roles().stream().anyMatch(role -> role.isOffice() || role == Role.DISTRICT_HEAD);
        return new Reader(me.organizationId(), person, office);
    }

    /** The order, or 404: what one may not see is not there. */
    OrderCard require(UUID orderId, SignedIn me) {
        return cards.find(orderId, reader(me)).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    /** The order behind a task that was checked already. */
    OrderCard ofTask(UUID orderId) {
        return cards.find(orderId).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
