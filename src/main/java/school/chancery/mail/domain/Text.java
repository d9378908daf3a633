package school.chancery.mail.domain;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Text that came from somewhere else, made harmless for headers, columns and pages. */
final class Text {
    // Direction overrides could make one address look like another.
    private static final Pattern INVISIBLE = Pattern.compile(
            "[\\p{Cc}\\p{Cs}\\x{2028}\\x{2029}\\x{200B}-\\x{200F}\\x{202A}-\\x{202E}\\x{2066}-\\x{2069}\\x{FEFF}]+");
    private static final Pattern UNSTORABLE = Pattern.compile("[\\p{Cc}\\p{Cs}&&[^\\n\\t]]");

    private Text() {}

    /** One line, cut to a length. */
    static String line(@Nullable String text, int longest) {
        if (text == null) return "";
        var line =
                INVISIBLE.matcher(text).replaceAll(" ").replaceAll("\\s+", " ").strip();
        return cut(line, longest);
    }

    /** Many lines with plain line feeds, cut to a length. */
    static String lines(@Nullable String text, int longest) {
        if (text == null) return "";
        var unix = text.replace("\r\n", "\n").replace('\r', '\n');
        return cut(UNSTORABLE.matcher(unix).replaceAll(""), longest);
    }

    private static String cut(String text, int longest) {
        if (text.length() <= longest) return text;
        var end = Character.isHighSurrogate(text.charAt(longest - 2)) ? longest - 2 : longest - 1;
        return text.substring(0, end) + "…";
    }
}
