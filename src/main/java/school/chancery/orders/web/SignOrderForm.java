package school.chancery.orders.web;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.springframework.web.multipart.MultipartFile;
import school.chancery.orders.process.SignDecision;

/**
 * @param remark to the writer, or the reason of a rejection
 * @param password asked for a simple signature
 * @param signature detached CMS file for a qualified one
 */
record SignOrderForm(
        @NotNull(message = "{orders.sign.decision.missing}") @Nullable
        SignDecision decision,

        @Size(max = 2_000) @Nullable String remark,
        @Size(max = 200) @Nullable String password,
        @Nullable MultipartFile signature) {
    static final SignOrderForm EMPTY = new SignOrderForm(null, null, null, null);
}
