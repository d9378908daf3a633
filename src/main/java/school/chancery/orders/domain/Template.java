package school.chancery.orders.domain;

import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Text with fields: {@code {name}} must be filled, a line with an empty {@code {name?}} is left out, lines that begin
 * with {@code "# "} are numbered. One pass: braces in a value stay what they are.
 */
record Template(String text) {
    private static final Pattern FIELD = Pattern.compile("\\{([a-zA-Z]{1,40})(\\?)?}");
    private static final String NUMBERED = "# ";

    String fill(Map<String, String> values) {
        var filled = new StringBuilder();
        var item = 0;
        for (var line : text.split("\n", -1)) {
            if (isLeftOut(line, values)) continue;
            var numbered = line.startsWith(NUMBERED);
            if (!filled.isEmpty()) filled.append('\n');
            filled.append(numbered ? ++item + ". " : "").append(put(numbered ? line.substring(2) : line, values));
        }
        return filled.toString();
    }

    /** Names of all fields in the order they stand. */
    Set<String> fields() {
        var names = new LinkedHashSet<String>();
        FIELD.matcher(text).results().forEach(field -> names.add(field.group(1)));
        return names;
    }

    /** Fields that still stand unfilled in a text. */
    static Set<String> unfilled(String text) {
        return new Template(text).fields();
    }

    private static boolean isLeftOut(String line, Map<String, String> values) {
        return FIELD.matcher(line)
                .results()
                .anyMatch(field -> field.group(2) != null
                        && values.getOrDefault(field.group(1), "").isBlank());
    }

    private static String put(String line, Map<String, String> values) {
        return FIELD.matcher(line).replaceAll(field -> Matcher.quoteReplacement(valueOf(field, values)));
    }

    private static String valueOf(MatchResult field, Map<String, String> values) {
        var value = values.get(field.group(1));
        return value == null || value.isBlank() ? field.group() : value.strip();
    }
}
