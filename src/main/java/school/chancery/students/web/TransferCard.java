package school.chancery.students.web;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import school.chancery.students.domain.TransferView;

/**
 * A transfer in words.
 *
 * @param to class or school; null when neither is known
 * @param order «приказ № … от …»; null until registered
 */
public record TransferCard(
        TransferView transfer,
        String pupil,
        String fromClass,
        @Nullable String to,
        @Nullable String order,
        @Nullable UUID orderId) {
    @Override
    public String toString() {
        return "TransferCard[" + transfer.id() + "]";
    }
}
