package school.chancery.orders.web;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * @param formId made with the page: the same form sent twice is one order
 * @param target the order that the new one amends, supersedes or revokes
 */
record StartForm(
        @NotNull(message = "{orders.start.kind.missing}") @Size(max = 100) @Nullable
        String kind,

        @NotNull @Nullable UUID formId,
        @Nullable UUID target) {
    static StartForm fresh(@Nullable String kind, @Nullable UUID target) {
        return new StartForm(kind, UUID.randomUUID(), target);
    }
}
