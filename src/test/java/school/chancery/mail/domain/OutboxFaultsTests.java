package school.chancery.mail.domain;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Import;
import school.chancery.ChanceryTest;
import school.chancery.audit.Acting;
import school.chancery.audit.Actor;
import school.chancery.mail.domain.ScriptedSmtpServer.Act;

/** Many mails under every fault at once: none lost, doubles only where a mail says so, and then the same mail. */
@ChanceryTest
@Import(MailEvents.class)
class OutboxFaultsTests extends OutboxStory {
    private static final Act[] FAULTS = {
        Act.GREYLISTED_451, Act.BUSY_421, Act.DROP_BEFORE_DATA, Act.DROP_AFTER_DOT, Act.GREET_554, Act.SILENT_AFTER_DOT
    };

    @Test
    void twoHundredMailsUnderFaultsAreAllSentOnceOrSayOtherwise() throws Exception {
        sendAll(200, 2);
    }

    @Test
    @Tag("faults")
    void tenThousandMailsUnderFaultsAreAllSentOnceOrSayOtherwise() throws Exception {
        sendAll(10_000, 4);
    }

    /** The check is shown to bite: a sender that takes a lost answer for a refusal would lose mail. */
    @Test
    void aSenderThatForgetsIsFound() throws Exception {
        owe(5);
        try (var server = ScriptedSmtpServer.that(Act.ACCEPT)) {
            new OutboxSender(new Forgetful(queue), delivery(), servers(server), properties(), clock).sendDue();
            assertThat(server.kept()).isEmpty();
        }
        assertThat(count("status = 'SENT'")).isEqualTo(5);
    }

    private void sendAll(int mails, int senders) throws Exception {
        owe(mails);
        var crashes = new AtomicInteger();
        try (var server = ScriptedSmtpServer.of(connection -> act(new Random(connection)))) {
            for (var round = 0; count("status <> 'SENT'") > 0; round++) {
                assertThat(round).as("rounds").isLessThan(200);
                run(senders, round, server, crashes);
                clock.advance(Duration.ofHours(1));
                owner.update(
                        "update mail.outbox set due_at = clock_timestamp() - interval '1 second' where status = 'SENDING'");
            }
            assertThatNoneIsLostAndDoublesAreMarked(mails, server, crashes.get());
        }
        assertThat(events.settled(school)).hasSize(mails).allMatch(settled -> settled.sent());
        assertThat(events.settled(school).stream()
                        .map(settled -> settled.mailId())
                        .distinct())
                .hasSize(mails);
    }

    private void assertThatNoneIsLostAndDoublesAreMarked(int mails, ScriptedSmtpServer server, int crashes)
            throws MessagingException {
        Map<String, Integer> copies = new HashMap<>();
        Map<String, String> contents = new HashMap<>();
        for (var bytes : server.kept()) {
            var id = new MimeMessage(null, new ByteArrayInputStream(bytes)).getMessageID();
            copies.merge(id, 1, Integer::sum);
            assertThat(contents.merge(id, Sha256.hex(bytes), (one, other) -> one.equals(other) ? one : "differs"))
                    .isNotEqualTo("differs");
        }
        assertThat(copies.keySet())
                .containsExactlyInAnyOrderElementsOf(owner.queryForList(
                        "select message_id from mail.outbox where organization_id = ?", String.class, school));
        var marked = owner.queryForList(
                "select message_id from mail.outbox where organization_id = ? and maybe_twice", String.class, school);
        var doubled = copies.entrySet().stream()
                .filter(each -> each.getValue() > 1)
                .map(Map.Entry::getKey)
                .toList();
        assertThat(marked).containsAll(doubled);
        System.out.printf(
                "outbox under faults: %d mails, %d copies, %d doubled, %d marked, %d crashes, %d connections%n",
                mails, server.kept().size(), doubled.size(), marked.size(), crashes, server.connections());
    }

    private void run(int senders, int round, ScriptedSmtpServer server, AtomicInteger crashes)
            throws InterruptedException {
        var pool = Executors.newFixedThreadPool(senders);
        for (var i = 0; i < senders; i++) {
            var random = new Random(round * 100L + i);
            pool.execute(() -> {
                // A killed node is started again; one that finds the server away waits for the next round.
                for (var alive = 0; alive < 200; alive++) {
                    try {
                        var crashing = new Crashing(queue, random);
                        if (new OutboxSender(crashing, delivery(), servers(server), properties(), clock).sendDue() == 0)
                            return;
                    } catch (Crash crash) {
                        crashes.incrementAndGet();
                    }
                }
            });
        }
        pool.shutdown();
        assertThat(pool.awaitTermination(30, TimeUnit.MINUTES)).isTrue();
    }

    private static Act act(Random random) {
        // The first numbers of neighbouring seeds are alike.
        random.nextInt();
        if (random.nextInt(100) == 0) return FAULTS[random.nextInt(FAULTS.length)];
        return random.nextInt(4) == 0 ? FAULTS[random.nextInt(FAULTS.length - 1)] : Act.ACCEPT;
    }

    private void owe(int mails) {
        for (var from = 0; from < mails; from += 500) {
            var first = from;
            Acting.as(
                    Actor.PRODUCT,
                    () -> transaction.executeWithoutResult(status -> {
                        for (var i = first; i < Math.min(first + 500, mails); i++) {
                            outbox.owe(TestMail.to("info@platform.example", school, "mail-" + i));
                        }
                    }));
        }
    }

    private int count(String condition) {
        return owner.queryForObject(
                "select count(*) from mail.outbox where organization_id = ? and " + condition, Integer.class, school);
    }

    private static MailServers servers(ScriptedSmtpServer server) {
        return TestMail.servers(server.address(), null);
    }

    private static SmtpDelivery delivery() {
        return new SmtpDelivery(properties());
    }

    private static MailProperties properties() {
        return TestMail.properties(Duration.ofMillis(1500));
    }

    private static final class Crash extends Error {
        private static final long serialVersionUID = 1L;
    }

    /** A node that is killed now and then: before it records what happened, or right after. */
    private static class Crashing extends OutboxQueue {
        private final OutboxQueue queue;
        private final Random random;

        Crashing(OutboxQueue queue, Random random) {
            super(null, Clock.systemUTC(), null);
            this.queue = queue;
            this.random = random;
        }

        @Override
        java.util.Optional<Claimed> claim(Duration length) {
            var claimed = queue.claim(length);
            crash();
            return claimed;
        }

        @Override
        void settle(Claimed mail, boolean sent, String answer) {
            crash();
            queue.settle(mail, sent, answer);
            crash();
        }

        @Override
        void postpone(Claimed mail, Instant until, String answer, boolean maybeTwice) {
            crash();
            queue.postpone(mail, until, answer, maybeTwice);
        }

        private void crash() {
            if (random.nextInt(50) == 0) throw new Crash();
        }
    }

    /** Says sent before it has sent. */
    private static final class Forgetful extends OutboxQueue {
        private final OutboxQueue queue;

        Forgetful(OutboxQueue queue) {
            super(null, Clock.systemUTC(), null);
            this.queue = queue;
        }

        @Override
        java.util.Optional<Claimed> claim(Duration length) {
            for (var next = queue.claim(length); next.isPresent(); next = queue.claim(length)) {
                queue.settle(next.get(), true, "");
            }
            return java.util.Optional.empty();
        }
    }
}
