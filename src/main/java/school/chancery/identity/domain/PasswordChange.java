package school.chancery.identity.domain;

import java.util.Locale;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;
import school.chancery.audit.Acting;
import school.chancery.audit.Audit;
import school.chancery.audit.AuditEntry;

/** A person changes their own password, with the old one as proof. */
@Service
public class PasswordChange {
    private static final int FEWEST_DIFFERENT = 5;

    private final JdbcClient jdbc;
    private final SignIn signIn;
    private final Passwords passwords;
    private final Audit audit;
    private final TransactionTemplate transaction;

    PasswordChange(JdbcClient jdbc, SignIn signIn, Passwords passwords, Audit audit, TransactionTemplate transaction) {
        this.jdbc = jdbc;
        this.signIn = signIn;
        this.passwords = passwords;
        this.audit = audit;
        this.transaction = transaction;
    }

    /** What became of it. */
    public enum Outcome {
        CHANGED,
        WRONG,
        THROTTLED,
        TOO_EASY
    }

    public Outcome change(UUID accountId, String present, String wanted) {
        var refused = signIn.confirm(accountId, present);
        if (refused != null) return refused == SignIn.Reason.THROTTLED ? Outcome.THROTTLED : Outcome.WRONG;
        if (wanted.equals(present) || isEasy(accountId, wanted)) return Outcome.TOO_EASY;
        transaction.executeWithoutResult(status -> write(accountId, wanted));
        return Outcome.CHANGED;
    }

    private boolean isEasy(UUID accountId, String wanted) {
        var login = jdbc.sql("select lower(login) from identity.accounts where id = ?")
                .param(accountId)
                .query(String.class)
                .single();
        return wanted.chars().distinct().count() < FEWEST_DIFFERENT
                || wanted.toLowerCase(Locale.ROOT).contains(login);
    }

    private void write(UUID accountId, String wanted) {
        jdbc.sql("update identity.accounts set password_hash = ?, password_issued = false, version = version + 1"
                        + " where id = ?")
                .params(passwords.hash(wanted), accountId)
                .update();
        audit.record(
                AuditEntry.of("identity.password-changed", Acting.current().organizationId(), "account", accountId));
    }
}
