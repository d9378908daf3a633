package school.chancery.exchange;

import static school.chancery.exchange.CellType.fault;
import static school.chancery.exchange.CellType.value;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import school.chancery.exchange.CellType.Answer;
import school.chancery.exchange.file.DateNumber;

/** Dates as they stand in schools' files: 04.03.2012, 4/3/2012, 2012-03-04, 4 марта 2012 г., 40972. */
final class RussianDates {
    private static final DateTimeFormatter WRITTEN = DateTimeFormatter.ofPattern("dd.MM.yyyy");
    private static final Pattern NUMERIC =
            Pattern.compile("(\\d{1,2})[./-](\\d{1,2})[./-](\\d{4})(?:\\s*г\\.?|[ T]0?0:00(?::00)?)?");
    private static final Pattern SHORT_YEAR = Pattern.compile("\\d{1,2}[./-]\\d{1,2}[./-]\\d{2}");
    private static final Pattern ISO =
            Pattern.compile("(\\d{4})-(\\d{1,2})-(\\d{1,2})(?:[ T]00:00(?::00(?:\\.0+)?)?)?");
    private static final Pattern IN_WORDS =
            Pattern.compile("«?\"?(\\d{1,2})\"?»? ([а-я]{3,8}) (\\d{4})(?:\\s*г(?:\\.|ода)?)?");
    private static final Pattern DAYS = Pattern.compile("\\d{4,5}(?:\\.\\d{1,12})?");
    private static final List<String> MONTHS =
            List.of("янв", "фев", "мар", "апр", "ма", "июн", "июл", "авг", "сен", "окт", "ноя", "дек");

    private RussianDates() {}

    static String written(LocalDate day) {
        return WRITTEN.format(day);
    }

    static Answer read(String text) {
        var numeric = NUMERIC.matcher(text);
        if (numeric.matches()) return day(text, numeric, 3, 2, 1);
        var iso = ISO.matcher(text);
        if (iso.matches()) return day(text, iso, 1, 2, 3);
        var words = IN_WORDS.matcher(text.toLowerCase(Locale.ROOT));
        if (words.matches()) return day(text, words.group(3), month(words.group(2)), words.group(1));
        if (SHORT_YEAR.matcher(text).matches()) return fault("exchange.cell.short-year", Cells.shown(text));
        return days(text);
    }

    private static Answer days(String text) {
        var day = DAYS.matcher(text).matches() ? DateNumber.date(new BigDecimal(text), false) : null;
        return day == null ? fault("exchange.cell.date", Cells.shown(text)) : value(day.toString());
    }

    private static Answer day(String text, Matcher found, int year, int month, int day) {
        return day(text, found.group(year), Integer.parseInt(found.group(month)), found.group(day));
    }

    private static Answer day(String text, String year, int month, String day) {
        try {
            return value(LocalDate.of(Integer.parseInt(year), month, Integer.parseInt(day))
                    .toString());
        } catch (DateTimeException absent) {
            return fault("exchange.cell.no-such-day", Cells.shown(text));
        }
    }

    // «мая» begins as «марта» does not: the longer beginning is looked for first.
    private static int month(String word) {
        for (var month = 0; month < MONTHS.size(); month++)
            if (word.startsWith(MONTHS.get(month)) && (month != 4 || word.matches("ма[йя]"))) return month + 1;
        return 0;
    }
}
