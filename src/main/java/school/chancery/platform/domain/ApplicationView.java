package school.chancery.platform.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An application as it stands.
 *
 * @param reference what people and mails call it, e.g. {@code ШК-000123}
 * @param versions how many have been submitted; the last one counts
 * @param attempts how often it was put into the outbox
 */
public record ApplicationView(
        UUID id,
        UUID organizationId,
        UUID platformId,
        UUID appointmentId,
        String reference,
        ApplicationState state,
        String sendTo,
        int versions,
        int attempts,
        Instant openedAt,
        @Nullable LocalDate activatedOn,
        @Nullable LocalDate filledOn,
        @Nullable Instant districtToldAt) {}
