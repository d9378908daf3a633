package school.chancery.demo;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.stereotype.Component;
import school.chancery.audit.Audit;
import school.chancery.audit.AuditEntry;
import school.chancery.identity.Ground;
import school.chancery.identity.RoleGrant;
import school.chancery.identity.Roles;

/** Opens the demo's accounts, all under one password, and gives each the roles of their posts. */
@Component
@Profile("demo")
class AccountLoader {
    private static final String ACCOUNT = """
            insert into identity.accounts
                (id, login, password_hash, display_name, email, person_id, last_organization_id, demo, created_at)
            values (?, ?, '{none yet}', ?, ?, ?, ?, true, ?)""";

    private final JdbcTemplate jdbc;
    private final Roles roles;
    private final DemoPassword password;
    private final Audit audit;
    private final Clock clock;

    AccountLoader(JdbcTemplate jdbc, Roles roles, DemoPassword password, Audit audit, Clock clock) {
        this.jdbc = jdbc;
        this.roles = roles;
        this.password = password;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Accounts without a password yet: see {@link #renewPassword}.
     *
     * @param ids of the organizations, by code
     * @param today first day of the roles that are entered, not given
     */
    void load(List<DemoAccount> accounts, Map<String, UUID> ids, LocalDate today) {
        jdbc.batchUpdate(
                ACCOUNT, accounts.stream().map(account -> row(account, ids)).toList());
        audit.record(new AuditEntry(
                "demo.accounts-opened",
                null,
                "account",
                accounts.stream().map(DemoAccount::id).toList(),
                Map.of()));
        for (var account : accounts) for (var post : account.posts()) grant(account, post, ids, today);
    }

    /** The password that the start prints opens every demo account, whatever became of it before. */
    void renewPassword() {
        // One hash for all, with its id as identity keeps it: a hundred of them would take as many tenths of a second.
        var hash = "{argon2id}"
                + Argon2PasswordEncoder.defaultsForSpringSecurity_v5_8().encode(password.value());
        jdbc.update("update identity.accounts set password_hash = ?, password_issued = false where demo", hash);
    }

    private Object[] row(DemoAccount account, Map<String, UUID> ids) {
        var person = account.person();
        return new Object[] {
            account.id(),
            account.login(),
            person.name().initials(),
            person.email(),
            person.id(),
            ids.get(account.mainPost().organization()),
            OffsetDateTime.now(clock)
        };
    }

    private void grant(DemoAccount account, Employee post, Map<String, UUID> ids, LocalDate today) {
        var organization = ids.get(post.post().organization());
        for (var role : post.roles()) {
            var ground = Grounds.of(role, post);
            var from = ground.kind() == Ground.Kind.FOUNDER_ACT ? post.hiredOn() : today;
            roles.grant(new RoleGrant(account.id(), organization, role, from, null, ground, null));
        }
    }
}
