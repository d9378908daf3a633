package school.chancery.identity.domain;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.HexFormat;
import java.util.Locale;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Slows down guessing: after some free tries each further one has to wait twice as long, up to a quarter of an hour. In
 * the database, because the next try may reach another node.
 */
@Component
class SignInThrottle {
    enum Kind {
        ACCOUNT(5),
        /** A whole school may sit behind one address. */
        ADDRESS(40);

        private final int freeTries;

        Kind(int freeTries) {
            this.freeTries = freeTries;
        }
    }

    // Everybody sees the count at once; the person only does not wait until it lies on the disk. A crash of the
    // database
    // may take the tries of its last moment with it, which helps nobody to guess.
    private static final String NOT_FLUSHED = "set_config('synchronous_commit', 'off', true) is not null";

    // Counted before the password is looked at: a hundred tries at once are counted one after the other. A free try
    // blocks from no moment on: with its own time there, a node whose clock is behind would refuse a whole school.
    private static final String ENTER = """
            insert into identity.sign_in_attempts as a (kind, key, failures, last_at, blocked_until)
            select :kind, :key, 1, cast(:now as timestamptz), '-infinity' where\s""" + NOT_FLUSHED + """

            on conflict (kind, key) do update set
                failures = case when a.last_at < :now - interval '1 day' then 1 else a.failures + 1 end,
                last_at = :now,
                blocked_until = case
                    when a.last_at < :now - interval '1 day' or a.failures + 1 < :free then '-infinity'
                    else :now + least(900, power(2, least(a.failures + 1 - :free, 12))) * interval '1 second' end
            where a.blocked_until <= :now
            """;

    private final JdbcClient jdbc;
    private final Clock clock;

    SignInThrottle(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * Counts the try; false when it has to wait. One statement, committed by itself whatever is going on: a rolled back
     * try was one all the same.
     */
    @Transactional(propagation = Propagation.NOT_SUPPORTED)
    public boolean enter(Kind kind, String key) {
        return jdbc.sql(ENTER)
                        .param("kind", kind.name())
                        .param("key", digest(key))
                        .param("now", OffsetDateTime.now(clock))
                        .param("free", kind.freeTries)
                        .update()
                == 1;
    }

    /** The try was a right one: the account starts anew, the address gets its try back. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void forgive(Kind kind, String key) {
        var sql = kind == Kind.ACCOUNT
                ? "delete from identity.sign_in_attempts where kind = ? and key = ?"
                : "update identity.sign_in_attempts set failures = greatest(failures - 1, 0), blocked_until = '-infinity'"
                        + " where kind = ? and key = ?";
        jdbc.sql(sql + " and " + NOT_FLUSHED).params(kind.name(), digest(key)).update();
    }

    @Scheduled(cron = "0 20 3 * * *")
    @Transactional
    public void forgetOld() {
        jdbc.sql("delete from identity.sign_in_attempts where last_at < ?")
                .param(OffsetDateTime.now(clock).minusDays(2))
                .update();
    }

    private static String digest(String key) {
        var bytes = key.strip().toLowerCase(Locale.ROOT).getBytes(StandardCharsets.UTF_8);
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
