package school.chancery.mail;

import java.net.IDN;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The one rule of what is an address, for forms and for sending: one bare address, no display name, no route. The part
 * before the sign is ASCII (few servers take anything else), the domain may be Russian.
 */
public final class MailAddress {
    private static final int LONGEST = 254;
    private static final Pattern LOCAL =
            Pattern.compile("(?=.{1,64}$)[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(\\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*");
    private static final Pattern DOMAIN =
            Pattern.compile("([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z]([a-z0-9-]{0,61}[a-z0-9])");

    private MailAddress() {}

    public static boolean isValid(@Nullable String address) {
        return ascii(address).isPresent();
    }

    /** As it stands on the wire: «почта@школа.рф» has no ASCII form, «office@школа.рф» has. */
    public static Optional<String> ascii(@Nullable String address) {
        if (address == null || address.length() > LONGEST) return Optional.empty();
        var at = address.lastIndexOf('@');
        if (at < 1 || !LOCAL.matcher(address.substring(0, at)).matches()) return Optional.empty();
        return domain(address.substring(at + 1))
                .map(domain -> address.substring(0, at + 1) + domain)
                .filter(ascii -> ascii.length() <= LONGEST);
    }

    private static Optional<String> domain(String name) {
        try {
            var ascii = IDN.toASCII(name, IDN.USE_STD3_ASCII_RULES).toLowerCase(Locale.ROOT);
            return Optional.of(ascii).filter(domain -> DOMAIN.matcher(domain).matches());
        } catch (IllegalArgumentException notADomain) {
            return Optional.empty();
        }
    }
}
