package school.chancery.identity;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Accounts of the installation. */
public interface Accounts {
    Optional<Account> find(UUID id);

    /** All at once, for lists: ids without an account are absent from the map. */
    Map<UUID, Account> findAll(Collection<UUID> ids);

    Optional<Account> ofPerson(UUID personId);

    /** All at once, by person id. */
    Map<UUID, Account> ofPersons(Collection<UUID> personIds);

    /**
     * Opens an account in the caller's transaction; audited. It can sign in, and do nothing until it has a role.
     *
     * @throws org.springframework.dao.DuplicateKeyException when login or person has an account
     */
    UUID open(NewAccount account);

    /** Closes the account for good: its sessions end at once. */
    void close(UUID accountId);

    /** A closed account of somebody who came back; false when it is open. Its old password opens nothing. */
    boolean reopen(UUID accountId);

    /** The login itself when nobody has it, otherwise with the next free number behind it. */
    String freeLogin(String wished);

    /**
     * A new password to be handed over once and changed at the first sign-in; sessions end. Audited. It is kept nowhere
     * but as a hash: ask again and another one is made.
     */
    IssuedPassword issuePassword(UUID accountId);

    /** Whether its password was given by somebody else and not changed yet. */
    boolean awaitsPassword(UUID accountId);

    /** Somebody has left: live sessions end, and the account is closed when no role is left after the day. */
    void leave(UUID accountId, LocalDate lastDay);

    /**
     * Whether this is the account's password, throttled like a sign-in and audited: the fresh password of a simple
     * signature.
     */
    PasswordAnswer checkPassword(UUID accountId, String password);

    enum PasswordAnswer {
        RIGHT,
        WRONG,
        THROTTLED
    }
}
