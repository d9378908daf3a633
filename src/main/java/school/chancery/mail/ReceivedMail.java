package school.chancery.mail;

import java.time.Instant;
import java.util.UUID;

/** A mail that came in; untrusted text, shown as text and never applied by itself. */
public record ReceivedMail(
        UUID id, String from, String subject, String text, Instant receivedAt, int attachmentCount) {}
