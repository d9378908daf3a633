package school.chancery.orders.domain;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How a series is numbered, e.g. {@code 01-05-{seq:03}}, {@code {seq}-О}, {@code {year}/{seq}}: exactly one
 * {@code {seq}}, padded with zeros when it says how far, at most one {@code {year}}, and plain signs.
 */
public record NumberPattern(String text) {
    private static final int MAX_LENGTH = 40;
    private static final String SIGNS = "[\\p{L}\\p{N}\\-–/.()_ ]*";
    private static final Pattern SEQUENCE = Pattern.compile("\\{seq(?::0([1-9]))?}");
    private static final String YEAR = "{year}";

    public enum Problem {
        TOO_LONG,
        NO_SEQUENCE,
        SEQUENCE_TWICE,
        YEAR_TWICE,
        WRONG_SIGN,
        SPACE_AT_EDGE,
        /** A digit beside the sequence: № 11 could be the first of «1{seq}» or the eleventh. */
        DIGIT_BESIDE_SEQUENCE
    }

    /** A pattern that is known to be good. @throws IllegalArgumentException when it is not */
    public static NumberPattern of(String text) {
        problem(text).ifPresent(problem -> {
            throw new IllegalArgumentException("number pattern: " + problem);
        });
        return new NumberPattern(text);
    }

    /** What is wrong with a pattern somebody typed. */
    public static Optional<Problem> problem(String text) {
        return Optional.ofNullable(problemOf(text));
    }

    private static @Nullable Problem problemOf(String text) {
        if (text.length() > MAX_LENGTH) return Problem.TOO_LONG;
        var sequences = SEQUENCE.matcher(text).results().count();
        if (sequences == 0) return Problem.NO_SEQUENCE;
        if (sequences > 1) return Problem.SEQUENCE_TWICE;
        if (text.indexOf(YEAR) != text.lastIndexOf(YEAR)) return Problem.YEAR_TWICE;
        if (!text.equals(text.strip())) return Problem.SPACE_AT_EDGE;
        var plain = SEQUENCE.matcher(text).replaceAll("").replace(YEAR, "");
        if (!plain.matches(SIGNS)) return Problem.WRONG_SIGN;
        var around = SEQUENCE.matcher(text.replace(YEAR, "0")).replaceAll("\u0000");
        return around.matches("(?s).*(\\d\u0000|\u0000\\d).*") ? Problem.DIGIT_BESIDE_SEQUENCE : null;
    }

    public String format(int sequence, int year) {
        var padded = SEQUENCE.matcher(text).replaceAll(found -> {
            var width = found.group(1);
            return width == null ? Integer.toString(sequence) : ("%0" + width + "d").formatted(sequence);
        });
        return padded.replace(YEAR, Integer.toString(year));
    }

    /** Which sequence number a typed number is, when it follows this pattern exactly. */
    OptionalInt sequenceOf(String number, int year) {
        var parts = SEQUENCE.split(text.replace(YEAR, Integer.toString(year)), -1);
        var found = Pattern.compile(Pattern.quote(parts[0]) + "(\\d{1,9})" + Pattern.quote(parts[1]))
                .matcher(number);
        if (!found.matches()) return OptionalInt.empty();
        var sequence = Integer.parseInt(found.group(1));
        return sequence > 0 && format(sequence, year).equals(number) ? OptionalInt.of(sequence) : OptionalInt.empty();
    }
}
