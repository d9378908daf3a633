package school.chancery.mail;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A mail that is owed and has not gone out.
 *
 * @param about the aggregate it was owed for
 * @param attempts how often a server was tried
 * @param nextTry null while it is being sent
 * @param serverAnswer what the mail server said last
 */
public record WaitingMail(
        UUID about,
        String to,
        Instant owedAt,
        int attempts,
        @Nullable Instant nextTry,
        @Nullable String serverAnswer) {}
