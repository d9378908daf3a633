package school.chancery.mail.domain;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import school.chancery.mail.MailAddress;

/**
 * Settings of the mail. All may be absent: mail then waits visibly.
 *
 * @param from the installation's mailbox; stands in frozen mails, so set it before the first one is owed
 * @param smtp where mail is handed over; absent = nothing is sent
 * @param imap where answers are read; absent = none are read
 * @param firstPause before a mail that could not be handed over is tried again; doubled each time up to
 *     {@code longestPause}; given up when {@code giveUpAfter} has passed since the first try
 * @param claim how long a sender may hold a mail; must be longer than all timeouts together
 */
@ConfigurationProperties("chancery.mail")
record MailProperties(
        @DefaultValue("chancery@localhost") String from,
        @Nullable MailServer smtp,
        @Nullable MailServer imap,
        @DefaultValue("INBOX") String imapFolder,
        @DefaultValue("25MB") DataSize largestReceived,
        @DefaultValue("10s") Duration connectTimeout,
        @DefaultValue("60s") Duration readTimeout,
        @DefaultValue("60s") Duration writeTimeout,
        @DefaultValue("1m") Duration firstPause,
        @DefaultValue("1h") Duration longestPause,
        @DefaultValue("3d") Duration giveUpAfter,
        @DefaultValue("15m") Duration claim) {

    MailProperties {
        if ((smtp != null || imap != null) && !MailAddress.isValid(from)) {
            throw new IllegalArgumentException("chancery.mail.from must name the mailbox that mail comes from");
        }
    }
}
