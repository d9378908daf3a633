package school.chancery.identity.domain;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import school.chancery.audit.Acting;
import school.chancery.audit.Actor;
import school.chancery.audit.Audit;
import school.chancery.audit.AuditEntry;

/** Checks passwords: at the sign-in page and again where an act asks for a fresh one. Throttled and audited alike. */
@Service
public class SignIn {
    private final JdbcClient jdbc;
    private final Passwords passwords;
    private final SignInThrottle throttle;
    private final CurrentRights rights;
    private final Audit audit;
    private final Clock clock;
    private final TransactionTemplate apart;

    SignIn(
            JdbcClient jdbc,
            Passwords passwords,
            SignInThrottle throttle,
            CurrentRights rights,
            Audit audit,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.passwords = passwords;
        this.throttle = throttle;
        this.rights = rights;
        this.audit = audit;
        this.clock = clock;
        this.apart = new TransactionTemplate(transactions);
        apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /** How a try to sign in ended. */
    public sealed interface Outcome {
        /** @param previousAt when the account was used before; null at the first time */
        record Admitted(Rights rights, @Nullable Instant previousAt) implements Outcome {}

        record Refused(Reason reason) implements Outcome {}
    }

    /** Why not; only the last is told apart to the person, after the right password. */
    public enum Reason {
        WRONG,
        THROTTLED,
        NO_ROLE
    }

    public Outcome enter(String login, String password, String address) {
        var account = find("lower(login) = lower(?)", login.strip());
        var reason = check(login, password, address, account.orElse(null));
        if (reason != null) return refused(account, address, reason);
        return rights.preferred(account.orElseThrow().id())
                .map(preferred -> admitted(account.orElseThrow(), preferred, address))
                .orElseGet(() -> refused(account, address, Reason.NO_ROLE));
    }

    private @Nullable Reason check(String login, String password, String address, @Nullable Known account) {
        if (!throttle.enter(SignInThrottle.Kind.ADDRESS, address)
                || !throttle.enter(SignInThrottle.Kind.ACCOUNT, login)) return Reason.THROTTLED;
        if (!passwords.matches(password, account == null ? null : account.passwordHash())) return Reason.WRONG;
        apart.executeWithoutResult(status -> {
            throttle.forgive(SignInThrottle.Kind.ACCOUNT, login);
            throttle.forgive(SignInThrottle.Kind.ADDRESS, address);
        });
        return null;
    }

    /** The fresh password of somebody signed in; {@code null} when it is right. */
    @Nullable
    Reason confirm(UUID accountId, String password) {
        var account = find("id = ?", accountId).orElse(null);
        var key = account == null ? accountId.toString() : account.login();
        Reason reason = null;
        if (!throttle.enter(SignInThrottle.Kind.ACCOUNT, key)) reason = Reason.THROTTLED;
        else if (!passwords.matches(password, account == null ? null : account.passwordHash())) reason = Reason.WRONG;
        confirmed(accountId, key, reason);
        return reason;
    }

    // Apart from the act that asks: what came of the try stands even when the act is taken back.
    private void confirmed(UUID accountId, String key, @Nullable Reason refused) {
        apart.executeWithoutResult(status -> {
            if (refused == null) throttle.forgive(SignInThrottle.Kind.ACCOUNT, key);
            audit.record(AuditEntry.of(
                    refused == null ? "identity.password-confirmed" : "identity.password-refused",
                    Acting.current().organizationId(),
                    "account",
                    accountId));
        });
    }

    private Outcome refused(Optional<Known> account, String address, Reason reason) {
        var affected = account.map(Known::id).stream().toList();
        record(new AuditEntry("identity.sign-in-refused", null, "account", affected, Map.of())
                .with("reason", reason.name())
                .with("address", address));
        return new Outcome.Refused(reason);
    }

    private Outcome admitted(Known account, Rights preferred, String address) {
        var actor = Actor.person(account.id(), preferred.organizationId(), preferred.visible());
        Acting.as(
                actor,
                () -> apart.executeWithoutResult(status -> {
                    jdbc.sql("update identity.accounts set signed_in_at = ?, last_organization_id = ? where id = ?")
                            .params(OffsetDateTime.now(clock), preferred.organizationId(), account.id())
                            .update();
                    audit.record(
                            AuditEntry.of("identity.signed-in", preferred.organizationId(), "account", account.id())
                                    .with("address", address));
                }));
        return new Outcome.Admitted(preferred, account.signedInAt());
    }

    private void record(AuditEntry entry) {
        apart.executeWithoutResult(status -> audit.record(entry));
    }

    private Optional<Known> find(String condition, Object value) {
        return jdbc.sql("select id, login, password_hash, signed_in_at from identity.accounts"
                        + " where disabled_at is null and " + condition)
                .param(value)
                .query((row, number) -> new Known(
                        row.getObject("id", UUID.class),
                        row.getString("login"),
                        row.getString("password_hash"),
                        instant(row.getObject("signed_in_at", OffsetDateTime.class))))
                .optional();
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime at) {
        return at == null ? null : at.toInstant();
    }

    private record Known(
            UUID id,
            String login,
            String passwordHash,
            @Nullable Instant signedInAt) {}
}
