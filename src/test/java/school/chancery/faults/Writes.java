package school.chancery.faults;

import java.util.Locale;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** The tables that a transaction has written so far; {@code +table} is an insert, {@code -table} a delete. */
final class Writes {
    private static final Pattern WRITE =
            Pattern.compile("(?i)\\b(insert\\s+into|delete\\s+from|(?<!for\\s)(?<!do\\s)update)\\s+([a-z_.]+)");
    // What accompanies every change tells nothing about it.
    private static final Pattern EVERYWHERE = Pattern.compile("act_hi_.*|.*audit\\..*");

    private final SortedSet<String> tables = new TreeSet<>();

    void note(String sql) {
        var write = WRITE.matcher(sql);
        while (write.find()) {
            var table = write.group(2).toLowerCase(Locale.ROOT);
            if (!EVERYWHERE.matcher(table).matches()) tables.add(sign(write.group(1)) + table);
        }
    }

    SortedSet<String> tables() {
        return tables;
    }

    boolean contain(String table) {
        return tables.contains(table);
    }

    void forget() {
        tables.clear();
    }

    private static String sign(String verb) {
        return switch (Character.toLowerCase(verb.charAt(0))) {
            case 'i' -> "+";
            case 'd' -> "-";
            default -> "";
        };
    }
}
