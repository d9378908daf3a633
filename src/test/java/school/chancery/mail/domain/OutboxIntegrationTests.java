package school.chancery.mail.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.mail.MessagingException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Import;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.transaction.IllegalTransactionStateException;
import school.chancery.ChanceryTest;
import school.chancery.audit.Acting;
import school.chancery.audit.Actor;
import school.chancery.mail.MailSettled;
import school.chancery.mail.MailState;
import school.chancery.mail.MailState.Status;
import school.chancery.mail.OutgoingMail;
import school.chancery.mail.domain.ScriptedSmtpServer.Act;

@ChanceryTest
@Import(MailEvents.class)
class OutboxIntegrationTests extends OutboxStory {
    private static final String RECIPIENT = "info@platform.example";

    private final Actor secretary = Actor.person(UUID.randomUUID(), school, Set.of(school));

    @Test
    void handsOverExactlyTheStoredBytesAndRecordsTheAnswer() throws Exception {
        var mail = owe("a");
        try (var server = ScriptedSmtpServer.that(Act.ACCEPT)) {
            assertThat(sender(server).sendDue()).isOne();
            assertThat(server.kept()).hasSize(1);
            assertThat(server.kept().get(0)).isEqualTo(stored(mail));
        }
        var state = state(mail);
        assertThat(state.status()).isEqualTo(Status.SENT);
        assertThat(state.sentAt()).isEqualTo(MORNING);
        assertThat(state.serverAnswer()).isEqualTo("250 taken");
        assertThat(state.attempts()).isOne();
        assertThat(state.maybeTwice()).isFalse();
        assertThat(state.sha256()).isEqualTo(Sha256.hex(stored(mail)));
        assertThat(events.settled(school)).containsExactly(new MailSettled(mail, school, "a", true));
    }

    @Test
    void isOwedOnlyTogetherWithTheChangeThatOwesIt() {
        assertThatThrownBy(() -> outbox.owe(TestMail.to(RECIPIENT, school, "a")))
                .isInstanceOf(IllegalTransactionStateException.class);
        Acting.as(
                secretary,
                () -> transaction.executeWithoutResult(status -> {
                    outbox.owe(TestMail.to(RECIPIENT, school, "a"));
                    status.setRollbackOnly();
                }));
        assertThat(owner.queryForObject(
                        "select count(*) from mail.outbox where organization_id = ?", Integer.class, school))
                .isZero();
    }

    @Test
    void theSameKeyIsTheSameMail() throws Exception {
        var first = owe("a");
        assertThat(owe("a")).isEqualTo(first);
        assertThat(owe("b")).isNotEqualTo(first);
        var pool = Executors.newFixedThreadPool(8);
        try {
            var all = pool.invokeAll(IntStream.range(0, 8)
                    .<Callable<UUID>>mapToObj(i -> () -> owe("c"))
                    .toList());
            var ids = new java.util.HashSet<UUID>();
            for (var each : all) ids.add(each.get());
            assertThat(ids).hasSize(1);
        } finally {
            pool.shutdown();
        }
    }

    @Test
    void anotherSchoolKnowsNothingOfIt() {
        var mail = owe("a");
        var other = UUID.randomUUID();
        var stranger = Actor.person(UUID.randomUUID(), other, Set.of(other));
        assertThat(Acting.as(stranger, () -> outbox.state(mail))).isEmpty();
    }

    @Test
    void waitsVisiblyWithoutAServer() {
        var mail = owe("a");
        assertThat(sender(TestMail.servers(null, null), Duration.ofSeconds(1)).sendDue())
                .isZero();
        assertThat(state(mail).status()).isEqualTo(Status.WAITING);
        assertThat(state(mail).attempts()).isZero();
    }

    @Test
    void triesAgainAfterGrowingPauses() throws Exception {
        var mail = owe("a");
        try (var server = ScriptedSmtpServer.that(
                Act.GREYLISTED_451, Act.BUSY_421, Act.DROP_BEFORE_DATA, Act.SILENT, Act.GREET_554, Act.ACCEPT)) {
            var sender = sender(server);
            for (var minutes : new int[] {1, 2, 4, 8, 16}) {
                assertThat(sender.sendDue()).isOne();
                assertThat(state(mail).status()).isEqualTo(Status.WAITING);
                clock.advance(Duration.ofMinutes(minutes).minusSeconds(1));
                assertThat(sender.sendDue()).as("%d minutes", minutes).isZero();
                clock.advance(Duration.ofSeconds(1));
            }
            assertThat(sender.sendDue()).isOne();
        }
        assertThat(state(mail).status()).isEqualTo(Status.SENT);
        assertThat(state(mail).attempts()).isEqualTo(6);
        assertThat(state(mail).maybeTwice()).isFalse();
        assertThat(events.settled(school)).hasSize(1);
    }

    @Test
    void thePauseNeverGrowsBeyondItsLimit() {
        var pauses = new RetryPauses(Duration.ofMinutes(1), Duration.ofHours(1), Duration.ofDays(3));
        assertThat(pauses.next(7, MORNING, MORNING)).contains(MORNING.plus(Duration.ofHours(1)));
        assertThat(pauses.next(4_000, MORNING, MORNING)).contains(MORNING.plus(Duration.ofHours(1)));
        assertThat(pauses.next(1, MORNING, MORNING.plus(Duration.ofDays(3)))).isEmpty();
    }

    @Test
    void isGivenUpAfterThreeDaysOfTrying() throws Exception {
        var mail = owe("a");
        clock.advance(Duration.ofDays(30));
        try (var server = ScriptedSmtpServer.that(Act.GREYLISTED_451)) {
            sender(server).sendDue();
            assertThat(state(mail).status())
                    .as("waiting without a try costs nothing")
                    .isEqualTo(Status.WAITING);
            clock.advance(Duration.ofDays(3));
            sender(server).sendDue();
        }
        assertThat(state(mail).status()).isEqualTo(Status.FAILED);
        assertThat(state(mail).serverAnswer()).contains("451");
        assertThat(events.settled(school)).containsExactly(new MailSettled(mail, school, "a", false));
    }

    @Test
    void isGivenUpAtOnceWhenTheServerRefusesItForGood() throws Exception {
        var unknown = owe("unknown");
        var large = owe("large");
        try (var server = ScriptedSmtpServer.that(Act.NO_SUCH_RECIPIENT_550, Act.TOO_LARGE_552)) {
            assertThat(sender(server).sendDue()).isEqualTo(2);
        }
        assertThat(state(unknown).status()).isEqualTo(Status.FAILED);
        assertThat(state(unknown).serverAnswer()).contains("550 no such user here");
        assertThat(state(unknown).sentAt()).isNull();
        assertThat(state(large).status()).isEqualTo(Status.FAILED);
        assertThat(events.settled(school)).extracting(MailSettled::sent).containsExactly(false, false);
    }

    @Test
    void isGivenUpWithoutAskingAServerWhenTheAddressIsNone() throws Exception {
        var mail = owe(TestMail.to("нет адреса", school, "a"));
        try (var server = ScriptedSmtpServer.that(Act.ACCEPT)) {
            sender(server).sendDue();
            assertThat(server.connections()).isZero();
        }
        assertThat(state(mail).status()).isEqualTo(Status.FAILED);
    }

    @Test
    void aSilentServerHoldsNobodyLongerThanTheTimeout() throws Exception {
        var mail = owe("a");
        try (var server = ScriptedSmtpServer.that(Act.SILENT)) {
            var begun = System.nanoTime();
            sender(TestMail.servers(server.address(), null), Duration.ofMillis(300))
                    .sendDue();
            assertThat(Duration.ofNanos(System.nanoTime() - begun))
                    .isBetween(Duration.ofMillis(250), Duration.ofSeconds(5));
        }
        assertThat(state(mail).status()).isEqualTo(Status.WAITING);
        assertThat(state(mail).maybeTwice()).isFalse();
    }

    @Test
    void aServerThatIsAwayEndsTheRound() throws Exception {
        for (var key : new String[] {"a", "b", "c"}) owe(key);
        try (var server = ScriptedSmtpServer.that(Act.GREET_554)) {
            assertThat(sender(server).sendDue()).isOne();
        }
        assertThat(owner.queryForObject(
                        "select count(*) from mail.outbox where organization_id = ? and status = 'WAITING'",
                        Integer.class,
                        school))
                .isEqualTo(3);
    }

    @Test
    void goesAgainWithTheSameMessageIdWhenTheAnswerWasLost() throws Exception {
        for (var act : new Act[] {Act.DROP_AFTER_DOT, Act.SILENT_AFTER_DOT}) {
            var mail = owe(act.name());
            try (var server = ScriptedSmtpServer.that(act, Act.ACCEPT)) {
                var sender = sender(TestMail.servers(server.address(), null), Duration.ofMillis(500));
                sender.sendDue();
                assertThat(state(mail).status()).isEqualTo(Status.WAITING);
                assertThat(state(mail).maybeTwice()).isTrue();
                clock.advance(Duration.ofMinutes(1));
                sender.sendDue();
                assertThat(server.kept()).hasSize(2);
                assertThat(server.kept().get(0)).isEqualTo(server.kept().get(1));
                assertThat(text(server.kept().get(1)))
                        .contains("Message-ID: " + state(mail).messageId());
            }
            assertThat(state(mail).status()).isEqualTo(Status.SENT);
        }
        assertThat(events.settled(school)).hasSize(2);
    }

    @Test
    void goesAgainAfterACrashBetweenHandingOverAndRecording() throws Exception {
        var mail = owe("a");
        try (var server = ScriptedSmtpServer.that(Act.ACCEPT)) {
            var claimed = Acting.as(Actor.PRODUCT, () -> queue.claim(Duration.ofMinutes(15)))
                    .orElseThrow();
            delivery(Duration.ofSeconds(5))
                    .deliver(server.address(), TestMail.FROM, claimed.recipient(), claimed.message());
            assertThat(sender(server).sendDue()).as("somebody else holds it").isZero();
            assertThat(state(mail).status()).isEqualTo(Status.SENDING);
            expireClaims();
            assertThat(sender(server).sendDue()).isOne();
            assertThat(server.kept().get(1)).isEqualTo(server.kept().get(0));
            // The crashed one wakes up: its claim is void.
            Acting.as(Actor.PRODUCT, () -> queue.settle(claimed, false, "late"));
        }
        assertThat(state(mail).status()).isEqualTo(Status.SENT);
        assertThat(state(mail).maybeTwice()).isTrue();
        assertThat(events.settled(school)).containsExactly(new MailSettled(mail, school, "a", true));
    }

    @Test
    void aFailingListenerNeitherSendsItTwiceNorLosesTheNews() throws Exception {
        var mail = owe("a");
        events.failFor(school);
        try (var server = ScriptedSmtpServer.that(Act.ACCEPT)) {
            var sender = sender(server);
            sender.sendDue();
            sender.sendDue();
            sender.tellUntold();
            assertThat(server.kept()).hasSize(1);
            assertThat(state(mail).status()).isEqualTo(Status.SENT);
            assertThat(events.settled(school)).isEmpty();
            events.recover(school);
            sender.tellUntold();
            sender.tellUntold();
        }
        assertThat(events.settled(school)).containsExactly(new MailSettled(mail, school, "a", true));
    }

    @Test
    void twoSendersAtOnceSendEachMailOnce() throws Exception {
        for (var i = 0; i < 60; i++) owe("mail-" + i);
        try (var server = ScriptedSmtpServer.that(Act.ACCEPT)) {
            var pool = Executors.newFixedThreadPool(4);
            try {
                var rounds = pool.invokeAll(IntStream.range(0, 4)
                        .<Callable<Integer>>mapToObj(i -> () -> sender(server).sendDue())
                        .toList());
                var tried = 0;
                for (var round : rounds) tried += round.get();
                assertThat(tried).isEqualTo(60);
            } finally {
                pool.shutdown();
            }
            assertThat(server.kept().stream()
                            .map(OutboxIntegrationTests::messageId)
                            .distinct())
                    .hasSize(60);
            assertThat(server.kept()).hasSize(60);
        }
        assertThat(events.settled(school)).hasSize(60);
    }

    @Test
    void whatIsOwedCannotBeChangedOrDeletedOrSentAnew() throws Exception {
        var mail = owe("a");
        for (var change : new String[] {
            "update mail.outbox set recipient = 'else@where.example' where id = ?",
            "update mail.outbox set message = 'x', sha256 = encode(sha256('x'), 'hex') where id = ?",
            "delete from mail.outbox where id = ?"
        }) {
            assertThatThrownBy(() -> owner.update(change, mail)).isInstanceOf(DataIntegrityViolationException.class);
        }
        try (var server = ScriptedSmtpServer.that(Act.ACCEPT)) {
            sender(server).sendDue();
        }
        assertThatThrownBy(() -> owner.update(
                        "update mail.outbox set status = 'WAITING', settled_at = null, told_at = null where id = ?",
                        mail))
                .isInstanceOf(DataIntegrityViolationException.class);
    }

    private UUID owe(String key) {
        return owe(TestMail.to(RECIPIENT, school, key));
    }

    private UUID owe(OutgoingMail mail) {
        return Acting.as(secretary, () -> transaction.execute(status -> outbox.owe(mail)));
    }

    private MailState state(UUID mail) {
        return Acting.as(secretary, () -> outbox.state(mail)).orElseThrow();
    }

    private byte[] stored(UUID mail) {
        return owner.queryForObject("select message from mail.outbox where id = ?", byte[].class, mail);
    }

    private void expireClaims() {
        owner.update(
                "update mail.outbox set due_at = clock_timestamp() - interval '1 second' where status = 'SENDING'");
    }

    private OutboxSender sender(ScriptedSmtpServer server) {
        return sender(TestMail.servers(server.address(), null), Duration.ofSeconds(2));
    }

    private OutboxSender sender(MailServers servers, Duration timeout) {
        return new OutboxSender(queue, delivery(timeout), servers, TestMail.properties(timeout), clock);
    }

    private static SmtpDelivery delivery(Duration timeout) {
        return new SmtpDelivery(TestMail.properties(timeout));
    }

    private static String messageId(byte[] message) {
        try {
            return new jakarta.mail.internet.MimeMessage(null, new java.io.ByteArrayInputStream(message))
                    .getMessageID();
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String text(byte[] message) throws IOException {
        return new String(message, StandardCharsets.ISO_8859_1);
    }
}
