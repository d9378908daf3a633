package school.chancery.orders.domain;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A document of the school beside its orders.
 *
 * @param responsibleName as they were called when it was filed
 * @param orderId the order that approved it, if any
 * @param documentId the file
 * @param archivedOn no longer in use since then
 */
public record InternalDocument(
        UUID id,
        DocumentKind kind,
        String title,
        @Nullable String number,
        LocalDate datedOn,
        String responsibleName,
        Audience audience,
        @Nullable UUID orderId,
        UUID documentId,
        @Nullable LocalDate archivedOn,
        @Nullable String archiveReason) {}
