package school.chancery.exchange;

import static school.chancery.exchange.CellType.fault;
import static school.chancery.exchange.CellType.value;

import java.time.LocalDate;
import java.util.Map;
import java.util.StringJoiner;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The types of cells that schools' files have. */
public final class Cells {
    private static final Pattern LETTERS = Pattern.compile("\\p{L}[\\p{L} .'’()-]*");
    private static final Pattern MIXED = Pattern.compile("[А-Яа-яЁё]-?[A-Za-z]|[A-Za-z]-?[А-Яа-яЁё]");
    private static final Pattern EMAIL = Pattern.compile("[^@\\s,;<>\"]+@[^@\\s,;<>\"]+\\.[^@\\s,;<>\"]+");
    private static final int LONGEST_EMAIL = 254;

    private Cells() {}

    public static CellType text(int longest) {
        return text -> text.length() > longest
                ? fault("exchange.cell.too-long", String.valueOf(longest), String.valueOf(text.length()))
                : value(text);
    }

    /** A part of a person's name; one written all in capitals gets its usual form. */
    public static CellType name() {
        return text -> {
            if (text.length() > 100) return fault("exchange.cell.too-long", "100", String.valueOf(text.length()));
            if (!LETTERS.matcher(text).matches()) return fault("exchange.cell.name", shown(text));
            if (MIXED.matcher(text).find()) return fault("exchange.cell.mixed-letters", shown(text));
            return value(PersonalNames.usual(text));
        };
    }

    /** Фамилия, имя and, if there is one, отчество in one cell. */
    public static CellType fullName() {
        return text -> {
            var parts = text.split(" ");
            if (parts.length < 2 || parts.length > 5) return fault("exchange.cell.full-name", shown(text));
            var usual = new StringJoiner(" ");
            for (var part : parts) {
                var answer = name().read(part);
                if (!(answer instanceof CellType.Value value)) return answer;
                usual.add(value.text());
            }
            return value(usual.toString());
        };
    }

    /** A day from the first to the last, both included, in any of the usual ways of writing it. */
    public static CellType date(LocalDate first, LocalDate last) {
        return new CellType() {
            @Override
            public Answer read(String text) {
                var answer = RussianDates.read(text);
                if (!(answer instanceof Value found)) return answer;
                var day = LocalDate.parse(found.text());
                return day.isBefore(first) || day.isAfter(last)
                        ? fault(
                                "exchange.cell.date-out-of-range",
                                RussianDates.written(day),
                                RussianDates.written(first),
                                RussianDates.written(last))
                        : answer;
            }

            @Override
            public String sqlType() {
                return "date";
            }
        };
    }

    public static CellType number(int least, int most) {
        return new CellType() {
            @Override
            public Answer read(String text) {
                if (!text.matches("\\d{1,9}")) return fault("exchange.cell.number", shown(text));
                var number = Integer.parseInt(text);
                return number < least || number > most
                        ? fault("exchange.cell.number-out-of-range", String.valueOf(least), String.valueOf(most))
                        : value(String.valueOf(number));
            }

            @Override
            public String sqlType() {
                return "int";
            }
        };
    }

    /** @param words as files say it (lower case, е for ё) → code */
    public static CellType choice(Map<String, String> words) {
        var allowed = words.keySet().stream().sorted().collect(Collectors.joining(", "));
        return text -> {
            var code = words.get(Wording.plain(text));
            return code == null ? fault("exchange.cell.choice", shown(text), allowed) : value(code);
        };
    }

    /** A telephone of Russia, or one with its country's code; becomes E.164. */
    public static CellType phone() {
        return text -> {
            var digits = text.replaceAll("[\\s()\\u2010-\\u2015.-]", "");
            if (digits.matches("[78]\\d{10}")) return value("+7" + digits.substring(1));
            if (digits.matches("9\\d{9}")) return value("+7" + digits);
            if (digits.matches("\\+7\\d{10}") || digits.matches("\\+[1-689]\\d{7,14}")) return value(digits);
            return fault("exchange.cell.phone", shown(text));
        };
    }

    public static CellType email() {
        return text -> text.length() <= LONGEST_EMAIL && EMAIL.matcher(text).matches()
                ? value(text.toLowerCase(java.util.Locale.ROOT))
                : fault("exchange.cell.email", shown(text));
    }

    /** СНИЛС with its check digits; a number that lost its leading zeros in a workbook gets them back. */
    public static CellType snils() {
        return text -> {
            var digits = text.replaceAll("[\\s-]", "");
            if (!digits.matches("\\d{8,11}")) return fault("exchange.cell.snils", shown(text));
            var whole = "0".repeat(11 - digits.length()) + digits;
            return Snils.isRight(whole) ? value(whole) : fault("exchange.cell.snils-check", shown(text));
        };
    }

    /** «5А», also written «5 а», «5-А», «5 "А"»; a group or an association by its name. */
    public static CellType classLabel() {
        return text -> {
            if (text.length() > 60) return fault("exchange.cell.too-long", "60", String.valueOf(text.length()));
            return text.matches("[\\p{L}\\p{N}«\"№].*")
                    ? value(ClassLabels.usual(text))
                    : fault("exchange.cell.class", shown(text));
        };
    }

    /** As much of a wrong text as a reader needs to find it. */
    static String shown(String text) {
        return text.length() <= 40 ? text : text.substring(0, 40) + "…";
    }
}
