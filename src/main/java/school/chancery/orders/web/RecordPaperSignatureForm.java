package school.chancery.orders.web;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.multipart.MultipartFile;
import school.chancery.orders.process.SignDecision;

/**
 * @param signer account of the one who signed
 * @param signedOn the date on the paper
 */
record RecordPaperSignatureForm(
        @NotNull(message = "{orders.sign.decision.missing}") @Nullable
        SignDecision decision,

        @Nullable UUID signer,
        @Nullable LocalDate signedOn,
        @Size(max = 2_000) @Nullable String remark,
        @Nullable MultipartFile scan) {}
