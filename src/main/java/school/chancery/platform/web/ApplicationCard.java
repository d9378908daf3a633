package school.chancery.platform.web;

import java.time.ZonedDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import school.chancery.mail.ReceivedMail;
import school.chancery.platform.domain.ApplicationData;
import school.chancery.platform.domain.ApplicationDecisions;
import school.chancery.platform.domain.ApplicationState;
import school.chancery.platform.domain.Sendings;

/**
 * An application as forms and pages of its own organization show it.
 *
 * @param data the version that counts; null while nothing was submitted
 * @param order the registered order that goes with it
 */
public record ApplicationCard(
        UUID id,
        String reference,
        String platform,
        ApplicationState state,
        ZonedDateTime openedAt,
        String sendTo,
        String order,
        @Nullable ApplicationData data,
        List<ApplicationDecisions.Entry> decisions,
        List<Letter> letters,
        List<Reply> replies) {

    /** A mail of ours as the outbox knows it. */
    public record Letter(Sendings.Sending sending, ZonedDateTime owedAt) {}

    /** A mail that came in. */
    public record Reply(ReceivedMail mail, ZonedDateTime receivedAt) {}
}
