package school.chancery.orders.web;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.web.multipart.MultipartFile;
import school.chancery.orders.domain.Acknowledgements.State;

/**
 * @param confirmed ticked by the person who has read the order
 * @param settledOn date of the signature on paper or of the refusal
 */
record AcknowledgeForm(
        @NotNull(message = "{orders.acknowledge.outcome.missing}") @Nullable
        State outcome,

        @Nullable Boolean confirmed,
        @Nullable Boolean copyInHand,
        @Nullable LocalDate settledOn,
        @Size(max = 200) @Nullable String firstWitness,
        @Size(max = 200) @Nullable String secondWitness,
        @Nullable MultipartFile scan) {

    boolean isConfirmed() {
        return Boolean.TRUE.equals(confirmed);
    }

    boolean hasCopyInHand() {
        return Boolean.TRUE.equals(copyInHand);
    }
}
