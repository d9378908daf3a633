package school.chancery.platform.domain;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An act that an administrator must know (F007).
 *
 * @param revision which wording is meant; a new one is to be read anew
 * @param retiredOn set when it need no longer be read
 */
public record NormativeAct(
        UUID id,
        long version,
        int place,
        String title,
        @Nullable String number,
        @Nullable LocalDate issuedOn,
        @Nullable String revision,
        @Nullable LocalDate retiredOn) {}
