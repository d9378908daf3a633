package school.chancery.identity.domain;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import school.chancery.audit.Audit;
import school.chancery.audit.AuditEntry;
import school.chancery.identity.Account;
import school.chancery.identity.Accounts;
import school.chancery.identity.IssuedPassword;
import school.chancery.identity.NewAccount;

@Service
class AccountRegister implements Accounts {
    private static final String SELECT = "select id, display_name, email, person_id from identity.accounts ";

    private final JdbcClient jdbc;
    private final Passwords passwords;
    private final SignIn signIn;
    private final AccountSessions sessions;
    private final Audit audit;
    private final Clock clock;

    AccountRegister(
            JdbcClient jdbc, Passwords passwords, SignIn signIn, AccountSessions sessions, Audit audit, Clock clock) {
        this.jdbc = jdbc;
        this.passwords = passwords;
        this.signIn = signIn;
        this.sessions = sessions;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    public Optional<Account> find(UUID id) {
        return select("id", Set.of(id)).stream().findFirst();
    }

    @Override
    public Map<UUID, Account> findAll(Collection<UUID> ids) {
        return byKey(select("id", ids), Account::id);
    }

    @Override
    public Optional<Account> ofPerson(UUID personId) {
        return select("person_id", Set.of(personId)).stream().findFirst();
    }

    @Override
    public Map<UUID, Account> ofPersons(Collection<UUID> personIds) {
        return byKey(select("person_id", personIds), account -> Objects.requireNonNull(account.personId()));
    }

    private List<Account> select(String column, Collection<UUID> ids) {
        if (ids.isEmpty()) return List.of();
        return jdbc.sql(SELECT + "where " + column + " = any (?)")
                .param(ids.toArray(UUID[]::new))
                .query(AccountRegister::read)
                .list();
    }

    private static Map<UUID, Account> byKey(List<Account> accounts, Function<Account, UUID> key) {
        return accounts.stream().collect(Collectors.toUnmodifiableMap(key, Function.identity()));
    }

    @Override
    @Transactional
    public UUID open(NewAccount account) {
        var id = UUID.randomUUID();
        jdbc.sql("""
                        insert into identity.accounts (id, login, password_hash, password_issued, display_name, email,
                            person_id, demo, created_at)
                        values (:id, :login, :hash, :issued, :name, :email, :person, :demo, :now)
                        """)
                .param("id", id)
                .param("login", account.login().strip())
                .param("hash", passwords.hash(account.password()))
                .param("issued", account.passwordIssued())
                .param("name", account.displayName().strip())
                .param("email", account.email())
                .param("person", account.personId())
                .param("demo", account.demo())
                .param("now", OffsetDateTime.now(clock))
                .update();
        audit.record(AuditEntry.of("identity.account-opened", null, "account", id));
        return id;
    }

    @Override
    @Transactional
    public void close(UUID accountId) {
        var closed = jdbc.sql("update identity.accounts set disabled_at = ?, version = version + 1"
                        + " where id = ? and disabled_at is null")
                .params(OffsetDateTime.now(clock), accountId)
                .update();
        if (closed == 0) return;
        audit.record(AuditEntry.of("identity.account-closed", null, "account", accountId));
        sessions.endAll(accountId);
    }

    @Override
    @Transactional
    public boolean reopen(UUID accountId) {
        var opened = jdbc.sql("update identity.accounts set disabled_at = null, password_issued = true,"
                        + " password_hash = ?, version = version + 1 where id = ? and disabled_at is not null")
                .params(passwords.hash(PasswordMaker.make()), accountId)
                .update();
        if (opened > 0) audit.record(AuditEntry.of("identity.account-reopened", null, "account", accountId));
        return opened > 0;
    }

    @Override
    public String freeLogin(String wished) {
        var taken = Set.copyOf(
                jdbc.sql("select lower(login) from identity.accounts where starts_with(lower(login), lower(?))")
                        .param(wished)
                        .query(String.class)
                        .list());
        var free = wished;
        for (var number = 2; taken.contains(free.toLowerCase(Locale.ROOT)); number++) free = wished + number;
        return free;
    }

    @Override
    @Transactional
    public IssuedPassword issuePassword(UUID accountId) {
        var password = PasswordMaker.make();
        var login = jdbc.sql("update identity.accounts set password_hash = ?, password_issued = true,"
                        + " version = version + 1 where id = ? and disabled_at is null returning login")
                .params(passwords.hash(password), accountId)
                .query(String.class)
                .single();
        audit.record(AuditEntry.of("identity.password-issued", null, "account", accountId));
        sessions.endAll(accountId);
        return new IssuedPassword(login, password);
    }

    @Override
    public boolean awaitsPassword(UUID accountId) {
        return jdbc.sql("select exists (select from identity.accounts where id = ? and password_issued)")
                .param(accountId)
                .query(Boolean.class)
                .single();
    }

    @Override
    @Transactional
    public void leave(UUID accountId, LocalDate lastDay) {
        var needed = jdbc.sql("select exists (select from identity.v_assignment"
                        + " where account_id = ? and coalesce(valid_to, 'infinity') > ?)")
                .params(accountId, lastDay)
                .query(Boolean.class)
                .single();
        if (needed) sessions.endAll(accountId);
        else close(accountId);
    }

    @Override
    public PasswordAnswer checkPassword(UUID accountId, String password) {
        var reason = signIn.confirm(accountId, password);
        if (reason == null) return PasswordAnswer.RIGHT;
        return reason == SignIn.Reason.THROTTLED ? PasswordAnswer.THROTTLED : PasswordAnswer.WRONG;
    }

    private static Account read(ResultSet row, int number) throws SQLException {
        return new Account(
                row.getObject("id", UUID.class),
                row.getString("display_name"),
                row.getString("email"),
                row.getObject("person_id", UUID.class));
    }
}
