package school.chancery.organization;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberType;
import java.util.Optional;
import java.util.function.Predicate;

/** Phone numbers as people type them, in E.164 as they are stored. */
public final class RussianPhone {
    private static final PhoneNumberUtil NUMBERS = PhoneNumberUtil.getInstance();

    private RussianPhone() {}

    /** A Russian mobile number (+79…): the platform signs people up by it. */
    public static Optional<String> mobile(String text) {
        return parse(text, type -> type == PhoneNumberType.MOBILE).filter(number -> number.startsWith("+79"));
    }

    /** Any Russian number an office can be called by. */
    public static Optional<String> any(String text) {
        return parse(text, type -> true).filter(number -> number.startsWith("+7"));
    }

    private static Optional<String> parse(String text, Predicate<PhoneNumberType> type) {
        // The library reads letters as keys of a telephone and ignores what follows: neither is a number to us.
        if (!text.strip().matches("\\+?[0-9][0-9 ()\\-\\u2010-\\u2013\\u00a0.]{8,24}")) return Optional.empty();
        try {
            var number = NUMBERS.parse(text, "RU");
            return NUMBERS.isValidNumberForRegion(number, "RU") && type.test(NUMBERS.getNumberType(number))
                    ? Optional.of(NUMBERS.format(number, PhoneNumberFormat.E164))
                    : Optional.empty();
        } catch (NumberParseException notANumber) {
            return Optional.empty();
        }
    }
}
