package school.chancery.orders.web;

import java.util.Set;
import org.springframework.stereotype.Component;
import school.chancery.identity.Role;
import school.chancery.identity.SignedIn;
import school.chancery.orders.domain.DocumentReader;

/** Who looks into the base of documents, by the roles of the session. */
@Component
class DocumentReaders {
    private static final Set<Role> OUTSIDE = Set.of(Role.PARENT, Role.STUDENT, Role.SYSTEM_ADMINISTRATOR);

    private final OrderReaders orders;

    DocumentReaders(OrderReaders orders) {
        this.orders = orders;
    }

    DocumentReader reader(SignedIn me) {
        var reader = orders.reader(me);
        var staff = me.roles().stream().anyMatch(role -> !OUTSIDE.contains(role));
        return new DocumentReader(reader.organizationId(), reader.personId(), reader.office(), staff);
    }
}
