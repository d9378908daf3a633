package school.chancery.exchange;

import java.util.Locale;

/** How a person's name is written when a file shouts it. */
final class PersonalNames {
    private PersonalNames() {}

    /** «ИВАНОВ-ПЕТРОВ» → «Иванов-Петров», «иванов» → «Иванов»; whatever has both cases stays as it is. */
    static String usual(String name) {
        var upper = name.toUpperCase(Locale.ROOT).equals(name);
        var lower = name.toLowerCase(Locale.ROOT).equals(name);
        if (!upper && !lower) return name;
        var usual = new StringBuilder();
        var begins = true;
        for (var letter : name.toLowerCase(Locale.ROOT).toCharArray()) {
            usual.append(begins ? Character.toUpperCase(letter) : letter);
            begins = letter == '-' || letter == ' ' || letter == '(';
        }
        return usual.toString();
    }
}
