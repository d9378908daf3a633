package school.chancery.people.domain;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import school.chancery.identity.Account;
import school.chancery.identity.Accounts;
import school.chancery.identity.NewAccount;
import school.chancery.people.PersonName;

/** Accounts of employees. Opened under a password nobody knows: the true one is made when it is handed over. */
@Component
class StaffAccounts {
    private static final int LONGEST = 40;

    // Broad enough to be typed; passports (ИКАО 9303) spell alike.
    private static final Map<Character, String> LATIN = Map.ofEntries(
            Map.entry('а', "a"),
            Map.entry('б', "b"),
            Map.entry('в', "v"),
            Map.entry('г', "g"),
            Map.entry('д', "d"),
            Map.entry('е', "e"),
            Map.entry('ё', "e"),
            Map.entry('ж', "zh"),
            Map.entry('з', "z"),
            Map.entry('и', "i"),
            Map.entry('й', "i"),
            Map.entry('к', "k"),
            Map.entry('л', "l"),
            Map.entry('м', "m"),
            Map.entry('н', "n"),
            Map.entry('о', "o"),
            Map.entry('п', "p"),
            Map.entry('р', "r"),
            Map.entry('с', "s"),
            Map.entry('т', "t"),
            Map.entry('у', "u"),
            Map.entry('ф', "f"),
            Map.entry('х', "kh"),
            Map.entry('ц', "ts"),
            Map.entry('ч', "ch"),
            Map.entry('ш', "sh"),
            Map.entry('щ', "shch"),
            Map.entry('ъ', ""),
            Map.entry('ы', "y"),
            Map.entry('ь', ""),
            Map.entry('э', "e"),
            Map.entry('ю', "iu"),
            Map.entry('я', "ia"));

    private final Accounts accounts;

    StaffAccounts(Accounts accounts) {
        this.accounts = accounts;
    }

    /** Opens one, or the closed one again; false when the person has an open one. */
    boolean open(Candidate candidate) {
        Optional<UUID> account = accounts.ofPerson(candidate.personId()).map(Account::id);
        if (account.isPresent()) return accounts.reopen(account.get());
        accounts.open(new NewAccount(
                accounts.freeLogin(login(candidate.name())),
                candidate.name().initials(),
                candidate.email(),
                candidate.personId(),
                UUID.randomUUID().toString(),
                true,
                false));
        return true;
    }

    /** «Иванова Анна Петровна» → {@code ivanova-ap}. */
    static String login(PersonName name) {
        var patronymic = name.patronymic();
        var initials =
                latin(name.given().substring(0, 1)) + (patronymic == null ? "" : latin(patronymic.substring(0, 1)));
        var family = latin(name.family());
        return (family.length() > LONGEST ? family.substring(0, LONGEST) : family) + "-" + initials;
    }

    private static String latin(String russian) {
        return russian.toLowerCase(Locale.ROOT)
                .chars()
                .mapToObj(c -> LATIN.getOrDefault((char) c, String.valueOf((char) c)))
                .collect(Collectors.joining())
                .replaceAll("[^a-z0-9]", "");
    }
}
