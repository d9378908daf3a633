package school.chancery.mail.domain;

import jakarta.mail.MessagingException;
import java.io.IOException;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import school.chancery.audit.Acting;
import school.chancery.audit.Actor;
import school.chancery.mail.domain.ImapMailbox.Fetched;

/** Fetches what came in. The network is never waited for inside a transaction. */
@Component
class InboundPoll {
    private static final Logger LOG = LoggerFactory.getLogger(InboundPoll.class);

    private final ImapMailbox imap;
    private final MailboxState mailboxes;
    private final Arrivals arrivals;
    private final MailServers servers;
    private final MailProperties properties;

    InboundPoll(
            ImapMailbox imap,
            MailboxState mailboxes,
            Arrivals arrivals,
            MailServers servers,
            MailProperties properties) {
        this.imap = imap;
        this.mailboxes = mailboxes;
        this.arrivals = arrivals;
        this.servers = servers;
        this.properties = properties;
    }

    @Scheduled(fixedDelayString = "${chancery.mail.read-every:PT30S}", initialDelayString = "PT15S")
    void poll() {
        Acting.as(Actor.PRODUCT, () -> servers.imap().ifPresent(this::poll));
    }

    private void poll(MailServer server) {
        var name = "%s@%s/%s".formatted(server.username(), server.host(), properties.imapFolder());
        mailboxes.claim(name, properties.claim()).ifPresent(mailbox -> read(server, mailbox));
    }

    private void read(MailServer server, MailboxState.Claimed mailbox) {
        String trouble = null;
        try {
            imap.readAfter(server, mailbox.uidValidity(), mailbox.lastUid(), mail -> keep(mailbox, mail));
        } catch (MessagingException | IOException e) {
            trouble = Text.line(e.toString(), 500);
            LOG.warn("The mailbox could not be read: {}", e.getClass().getSimpleName());
        } catch (RuntimeException e) {
            trouble = e.getClass().getName();
            LOG.error("Mail could not be kept; reading goes on from there next time", e);
        } finally {
            mailboxes.release(mailbox, trouble);
        }
    }

    private boolean keep(MailboxState.Claimed mailbox, Fetched fetched) {
        var fault = fetched.fault();
        if (fault != null) return arrivals.keepUnreadable(mailbox, fetched, fault);
        try {
            return arrivals.keep(mailbox, fetched, MailParser.parse(fetched.raw()));
        } catch (RuntimeException listenerOrMail) {
            return keepUntold(mailbox, fetched, listenerOrMail);
        }
    }

    // When the database is away none of this succeeds, and nothing counts as read.
    private boolean keepUntold(MailboxState.Claimed mailbox, Fetched fetched, RuntimeException failed) {
        try {
            var kept = arrivals.keepUntold(mailbox, fetched, MailParser.parse(fetched.raw()));
            LOG.error("Mail {} of the mailbox could not be told and is told again later", fetched.uid(), failed);
            return kept;
        } catch (RuntimeException unreadable) {
            LOG.error("Mail {} of the mailbox cannot be read and is set aside", fetched.uid(), unreadable);
            return arrivals.keepUnreadable(
                    mailbox, fetched, unreadable.getClass().getName());
        }
    }

    /** Answers whose listener failed at first. */
    @Scheduled(fixedDelayString = "${chancery.mail.tell-every:PT1M}", initialDelayString = "PT1M")
    void tellUntold() {
        Acting.as(Actor.PRODUCT, () -> arrivals.untold().forEach(this::tellAgain));
    }

    private void tellAgain(UUID id) {
        try {
            arrivals.tellAgain(id);
        } catch (RuntimeException listenerFailed) {
            LOG.error("Received mail {} could still not be told", id, listenerFailed);
        }
    }
}
