package school.chancery.organization;

import java.util.regex.Pattern;

/**
 * A question each organization may settle for itself, declared by the module that asks it, as a bean.
 *
 * @param key dotted, begins with the module, e.g. {@code orders.signature.personnel}
 * @param defaultValue what holds when neither the organization nor its district has settled it
 * @param allowed expression that every value matches wholly: {@code SIMPLE|QUALIFIED|PAPER} or {@code [1-9]\d?}
 */
public record PolicyKey(String key, String defaultValue, String allowed) {
    public PolicyKey {
        if (!Pattern.matches(allowed, defaultValue))
            throw new IllegalArgumentException("the default of policy " + key + " is not among its allowed values");
    }

    public boolean allows(String value) {
        return Pattern.matches(allowed, value);
    }
}
