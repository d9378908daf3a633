package school.chancery.exchange.file;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Dates as workbooks keep them: days since a day, shown as a date only by the format of the cell. */
public final class DateNumber {
    // Counted so that 1 March 1900 and all later days are right: Excel believes in a 29 February 1900.
    private static final LocalDate ZERO = LocalDate.of(1899, 12, 30);
    private static final LocalDate ZERO_1904 = LocalDate.of(1904, 1, 1);
    private static final BigDecimal LAST = new BigDecimal(73_050);

    private DateNumber() {}

    /** Null for what no date from 1900 to 2099 has as its number. */
    public static @Nullable LocalDate date(BigDecimal number, boolean since1904) {
        if (number.precision() > 30 || number.scale() > 30 || number.scale() < -6) return null;
        if (number.compareTo(BigDecimal.ONE) < 0 || number.compareTo(LAST) > 0) return null;
        return (since1904 ? ZERO_1904 : ZERO)
                .plusDays(number.setScale(0, RoundingMode.DOWN).intValue());
    }

    /** Whether cells of the format show a date; texts in quotes and brackets of the format are none of it. */
    static boolean isDateFormat(@Nullable Integer id, @Nullable String format) {
        if (id != null && (id >= 14 && id <= 17 || id == 22 || id >= 27 && id <= 36 || id >= 50 && id <= 58))
            return true;
        if (format == null) return false;
        var bare = format.replaceAll("\"[^\"]*\"|\\[[^\\]]*\\]|\\\\.", "").toLowerCase(java.util.Locale.ROOT);
        return bare.matches(".*[yг].*") || bare.contains("d") && bare.contains("m");
    }
}
