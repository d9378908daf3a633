package school.chancery.exchange;

import java.util.Locale;
import java.util.regex.Pattern;

/** One way of writing the name of a class. */
final class ClassLabels {
    private static final Pattern CLASS =
            Pattern.compile("(\\d{1,2})[\\s-]*(?:класс)?[\\s-]*[«\"']?([А-ЯЁа-яёA-Za-z]?)[»\"']?\\s*(?:класс|кл\\.?)?");
    // Typed with the other keyboard; looks the same.
    private static final String LATIN = "ABCEHKMOPTX";
    private static final String RUSSIAN = "АВСЕНКМОРТХ";

    private ClassLabels() {}

    static String usual(String text) {
        var found = CLASS.matcher(text);
        return found.matches() ? Integer.parseInt(found.group(1)) + letter(found.group(2)) : text;
    }

    private static String letter(String letter) {
        var upper = letter.toUpperCase(Locale.ROOT);
        var at = upper.isEmpty() ? -1 : LATIN.indexOf(upper.charAt(0));
        return at < 0 ? upper : RUSSIAN.substring(at, at + 1);
    }
}
