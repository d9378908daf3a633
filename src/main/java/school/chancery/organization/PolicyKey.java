package school.chancery.organization;

import java.util.List;
import java.util.regex.Pattern;

/**
 * A question each organization may settle for itself, declared by the module that asks it, as a bean. Its texts are
 * {@code <module>.policy.<rest of the key>}: the question itself, {@code .why} (what the documents say and where they
 * disagree), {@code .allowed} (what may be answered) and, for answers to choose from, {@code .<ANSWER>}.
 *
 * @param key dotted, begins with the module, e.g. {@code orders.signature.personnel}
 * @param defaultValue what holds when neither the organization nor its district has settled it
 * @param allowed expression that every value matches wholly: {@code SIMPLE|QUALIFIED|PAPER} or {@code [1-9]\d?}
 */
public record PolicyKey(String key, String defaultValue, String allowed) {
    private static final Pattern CHOICE = Pattern.compile("[A-Z][A-Z_]*(\\|[A-Z][A-Z_]*)+");

    public PolicyKey {
        if (!Pattern.matches(allowed, defaultValue))
            throw new IllegalArgumentException("the default of policy " + key + " is not among its allowed values");
    }

    public boolean allows(String value) {
        return Pattern.matches(allowed, value);
    }

    /** The answers to choose from, when there are only these; empty for a number or the like. */
    public List<String> choices() {
        return CHOICE.matcher(allowed).matches() ? List.of(allowed.split("\\|")) : List.of();
    }

    /** The module that asks. */
    public String module() {
        return key.substring(0, key.indexOf('.'));
    }

    /** Message key of the question, and the beginning of all its texts. */
    public String text() {
        return module() + ".policy" + key.substring(key.indexOf('.'));
    }
}
