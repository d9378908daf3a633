package school.chancery.exchange.file;

import java.math.BigDecimal;
import java.text.Normalizer;

/** The text of a cell as it is looked at: one way of writing letters, no blanks around, none doubled, no marks unseen. */
final class CellText {
    private static final int LONGEST_NUMBER = 40;

    private CellText() {}

    static String clean(String raw) {
        if (isPlain(raw)) return raw;
        var text = Normalizer.normalize(raw, Normalizer.Form.NFC)
                .replaceAll("[\\u200B-\\u200F\\u2028-\\u202E\\u2060\\uFEFF\\u00AD]", "")
                .replaceAll("[\\s\\u00A0\\u2007\\u202F\\u3000]+", " ")
                .strip();
        return withoutGuard(text);
    }

    // Most cells are a word or a number and stay what they are.
    private static boolean isPlain(String raw) {
        for (var i = 0; i < raw.length(); i++) {
            var character = raw.charAt(i);
            var letter = character >= 'А' && character <= 'я' || character == 'ё' || character == 'Ё';
            if (!letter && !(character > ' ' && character < 127 && character != '\'')) return false;
        }
        return true;
    }

    // The apostrophe our own lists put before what could be taken for a formula.
    private static String withoutGuard(String text) {
        return text.length() > 1 && text.charAt(0) == '\'' && "=+-@".indexOf(text.charAt(1)) >= 0
                ? text.substring(1)
                : text;
    }

    /** A number as a person would write it; one of absurd size stays in its own notation. */
    static String of(BigDecimal number) {
        var plain = number.signum() == 0 ? BigDecimal.ZERO : number.stripTrailingZeros();
        return Math.abs((long) plain.scale()) + plain.precision() > LONGEST_NUMBER
                ? plain.toString()
                : plain.toPlainString();
    }
}
