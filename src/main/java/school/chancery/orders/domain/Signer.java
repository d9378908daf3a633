package school.chancery.orders.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who signed, as it stood that day.
 *
 * @param onBehalfOf «за …, по приказу № …» when a substitute signed
 */
@Embeddable
public record Signer(
        @Column(name = "signer_account_id") @Nullable UUID accountId,
        @Column(name = "signer_name") String name,
        @Column(name = "signer_position") String position,
        @Column(name = "on_behalf_of") @Nullable String onBehalfOf) {

    UUID requireAccountId() {
        if (accountId == null) throw new IllegalStateException("the signer has no account");
        return accountId;
    }
}
