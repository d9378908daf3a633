package school.chancery.mail.domain;

import java.time.Clock;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import school.chancery.audit.Acting;
import school.chancery.audit.Actor;
import school.chancery.mail.domain.OutboxQueue.Claimed;

/**
 * Hands over what is owed. A crash between two steps leaves a claim that runs out; the mail then goes again with the
 * same bytes and Message-ID, marked as maybe twice.
 */
@Component
class OutboxSender {
    private static final Logger LOG = LoggerFactory.getLogger(OutboxSender.class);

    private final OutboxQueue queue;
    private final SmtpDelivery delivery;
    private final MailServers servers;
    private final MailProperties properties;
    private final Clock clock;

    OutboxSender(
            OutboxQueue queue, SmtpDelivery delivery, MailServers servers, MailProperties properties, Clock clock) {
        this.queue = queue;
        this.delivery = delivery;
        this.servers = servers;
        this.properties = properties;
        this.clock = clock;
    }

    /** @return how many were tried */
    @Scheduled(fixedDelayString = "${chancery.mail.send-every:PT5S}", initialDelayString = "PT10S")
    int sendDue() {
        return Acting.as(Actor.PRODUCT, () -> servers.smtp().map(this::sendDue).orElse(0));
    }

    private int sendDue(MailServer server) {
        for (var tried = 0; ; tried++) {
            var mail = queue.claim(properties.claim());
            if (mail.isEmpty()) return tried;
            var outcome = attempt(server, mail.get());
            record(mail.get(), outcome);
            if (outcome instanceof Delivery.Postponed postponed && postponed.serverAway()) return tried + 1;
        }
    }

    private Delivery attempt(MailServer server, Claimed mail) {
        if (!Sha256.hex(mail.message()).equals(mail.sha256())) {
            LOG.error("The stored bytes of mail {} no longer have their hash", mail.id());
            return new Delivery.Refused("the stored mail was changed");
        }
        return delivery.deliver(server, servers.from(), mail.recipient(), mail.message());
    }

    private void record(Claimed mail, Delivery outcome) {
        if (outcome instanceof Delivery.Postponed postponed) postpone(mail, postponed);
        else settle(mail, outcome instanceof Delivery.Accepted, outcome.answer());
    }

    private void postpone(Claimed mail, Delivery.Postponed outcome) {
        var pauses = new RetryPauses(properties.firstPause(), properties.longestPause(), properties.giveUpAfter());
        pauses.next(mail.attempts(), mail.firstAttemptAt(), clock.instant())
                .ifPresentOrElse(
                        until -> queue.postpone(mail, until, outcome.answer(), outcome.maybeHandedOver()),
                        () -> settle(mail, false, outcome.answer()));
    }

    private void settle(Claimed mail, boolean sent, String answer) {
        try {
            queue.settle(mail, sent, answer);
        } catch (RuntimeException listenerFailed) {
            LOG.error("The outcome of mail {} could not be told and is told again later", mail.id(), listenerFailed);
            queue.settleUntold(mail, sent, answer);
        }
    }

    /** Outcomes whose listener failed at first. */
    @Scheduled(fixedDelayString = "${chancery.mail.tell-every:PT1M}", initialDelayString = "PT1M")
    void tellUntold() {
        Acting.as(Actor.PRODUCT, () -> queue.untold().forEach(this::tellAgain));
    }

    private void tellAgain(UUID id) {
        try {
            queue.tellAgain(id);
        } catch (RuntimeException listenerFailed) {
            LOG.error("The outcome of mail {} could still not be told", id, listenerFailed);
        }
    }
}
