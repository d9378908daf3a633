package school.chancery.organization;

import java.net.IDN;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Names of hosts and addresses on the internet, also with Cyrillic domains; kept in their ASCII form. */
public final class InternetName {
    private static final Pattern LOCAL =
            Pattern.compile("[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(\\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*");
    private static final Pattern WEB = Pattern.compile("(?i)(https?)://([^\\s/?#@:]+)(:[0-9]{1,5})?([/?#]\\S*)?");
    private static final Pattern TOP = Pattern.compile("[a-z]{2,63}|xn--[a-z0-9-]{2,59}");

    private InternetName() {}

    /** Syntax of an e-mail address, not whether it exists. */
    public static Optional<String> email(String text) {
        var at = text.strip().lastIndexOf('@');
        if (at < 1 || at > 64) return Optional.empty();
        var local = text.strip().substring(0, at);
        return LOCAL.matcher(local).matches()
                ? host(text.strip().substring(at + 1))
                        .map(host -> local + "@" + host)
                        .filter(address -> address.length() <= 254)
                : Optional.empty();
    }

    /** An http or https address with a full host name. */
    public static Optional<String> web(String text) {
        var parts = WEB.matcher(text.strip());
        if (!parts.matches() || text.length() > 900) return Optional.empty();
        return host(parts.group(2))
                .map(host -> parts.group(1).toLowerCase(Locale.ROOT) + "://" + host + orEmpty(parts.group(3))
                        + orEmpty(parts.group(4)))
                .filter(address -> address.length() <= 1000);
    }

    private static Optional<String> host(String text) {
        try {
            var host = IDN.toASCII(text, IDN.USE_STD3_ASCII_RULES).toLowerCase(Locale.ROOT);
            var dot = host.lastIndexOf('.');
            return host.length() <= 253
                            && dot > 0
                            && TOP.matcher(host.substring(dot + 1)).matches()
                    ? Optional.of(host)
                    : Optional.empty();
        } catch (IllegalArgumentException notAHost) {
            return Optional.empty();
        }
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
