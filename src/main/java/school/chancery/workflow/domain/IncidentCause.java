package school.chancery.workflow.domain;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Why a step failed, as a person needs to know it: by the kind of the failure, never by its message. */
public enum IncidentCause {
    DATABASE,
    MAIL,
    NETWORK,
    FILE,
    DATA,
    CRASH,
    NOT_RECEIVED,
    OTHER;

    // Parts of class names, the most telling first: a chain often ends in a general one.
    private static final Map<String, IncidentCause> SIGNS = new LinkedHashMap<>();

    static {
        SIGNS.put("mail", MAIL);
        SIGNS.put("messagingexception", MAIL);
        SIGNS.put("unknownhost", NETWORK);
        SIGNS.put("connectexception", NETWORK);
        SIGNS.put("sockettimeout", NETWORK);
        SIGNS.put("dataintegrityviolation", DATA);
        SIGNS.put("duplicatekey", DATA);
        SIGNS.put("illegalstate", DATA);
        SIGNS.put("illegalargument", DATA);
        SIGNS.put("nullpointer", DATA);
        SIGNS.put("pdf", FILE);
        SIGNS.put("ioexception", FILE);
        SIGNS.put("filesystem", FILE);
        SIGNS.put("sql", DATABASE);
        SIGNS.put("dataaccess", DATABASE);
        SIGNS.put("transaction", DATABASE);
    }

    /** @param kinds class names of the failure and its causes; null when the process was ended instead */
    public static IncidentCause of(@Nullable String kinds) {
        if (kinds == null || kinds.isBlank()) return CRASH;
        var text = kinds.toLowerCase(Locale.ROOT);
        return SIGNS.entrySet().stream()
                .filter(sign -> text.contains(sign.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(OTHER);
    }
}
