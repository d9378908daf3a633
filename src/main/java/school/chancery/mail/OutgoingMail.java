package school.chancery.mail;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A mail owed to somebody.
 *
 * @param key what it is owed for, unique within the organization; the same key again is the same mail
 * @param about the aggregate whose case waits for it; null when no case does
 * @param caseReference short human reference that stands in the subject, e.g. {@code ШК-000123}; replies are matched
 *     by it when headers are lost
 */
public record OutgoingMail(
        UUID organizationId,
        String key,
        @Nullable UUID about,
        String to,
        String subject,
        String text,
        String caseReference,
        List<Attachment> attachments) {

    /** @param name file name as the reader sees it, Cyrillic allowed */
    public record Attachment(String name, String mediaType, byte[] bytes) {}

    public OutgoingMail {
        attachments = List.copyOf(attachments);
    }

    /** A mail that no case waits for. */
    public OutgoingMail(
            UUID organizationId,
            String key,
            String to,
            String subject,
            String text,
            String caseReference,
            List<Attachment> attachments) {
        this(organizationId, key, null, to, subject, text, caseReference, attachments);
    }
}
