package school.chancery.mail;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How a mail stands.
 *
 * @param maybeTwice a crash fell between handing over and recording: it may have gone twice, with the same Message-ID
 * @param serverAnswer what the mail server said last
 */
public record MailState(
        UUID id,
        Status status,
        String messageId,
        String sha256,
        int attempts,
        boolean maybeTwice,
        @Nullable Instant sentAt,
        @Nullable String serverAnswer) {
    public enum Status {
        WAITING,
        SENDING,
        SENT,
        FAILED
    }
}
