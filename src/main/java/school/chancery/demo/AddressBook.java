package school.chancery.demo;

import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import school.chancery.people.PersonName;

/**
 * E-mail addresses and phone numbers nobody has twice. Domains are reserved by RFC 2606; numbers are +7 900 000-xx-xx,
 * formally sound mobile ones, and the product itself never dials.
 */
final class AddressBook {
    private static final Map<String, String> LATIN = Map.ofEntries(
            Map.entry("а", "a"),
            Map.entry("б", "b"),
            Map.entry("в", "v"),
            Map.entry("г", "g"),
            Map.entry("д", "d"),
            Map.entry("е", "e"),
            Map.entry("ё", "e"),
            Map.entry("ж", "zh"),
            Map.entry("з", "z"),
            Map.entry("и", "i"),
            Map.entry("й", "i"),
            Map.entry("к", "k"),
            Map.entry("л", "l"),
            Map.entry("м", "m"),
            Map.entry("н", "n"),
            Map.entry("о", "o"),
            Map.entry("п", "p"),
            Map.entry("р", "r"),
            Map.entry("с", "s"),
            Map.entry("т", "t"),
            Map.entry("у", "u"),
            Map.entry("ф", "f"),
            Map.entry("х", "kh"),
            Map.entry("ц", "ts"),
            Map.entry("ч", "ch"),
            Map.entry("ш", "sh"),
            Map.entry("щ", "shch"),
            Map.entry("ъ", ""),
            Map.entry("ы", "y"),
            Map.entry("ь", ""),
            Map.entry("э", "e"),
            Map.entry("ю", "iu"),
            Map.entry("я", "ia"));

    private final Set<String> taken = new HashSet<>();
    private int phones;

    String phone() {
        return "+7900000%04d".formatted(++phones);
    }

    /** «Иванова Анна Петровна» is ivanova.ap@…, the next one ivanova.ap2@…, whatever the domains. */
    String email(PersonName name, String domain) {
        var wanted = latin(name.family()) + "." + latin(initial(name.given())) + latin(initial(name.patronymic()));
        var local = wanted;
        for (var another = 2; !taken.add(local); another++) local = wanted + another;
        return local + "@" + domain;
    }

    private static String initial(@Nullable String name) {
        return name == null ? "" : name.substring(0, 1);
    }

    static String latin(String russian) {
        var latin = new StringBuilder();
        for (var letter : russian.toLowerCase(Locale.ROOT).split("")) latin.append(LATIN.getOrDefault(letter, letter));
        return latin.toString();
    }
}
