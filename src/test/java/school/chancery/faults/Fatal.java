package school.chancery.faults;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which commit is the last one of a process.
 *
 * @param what which number, which tables it must have written, or which kinds of commits may pass
 */
record Fatal(Side side, What what, String value) {
    static final Fatal NEVER = new Fatal(Side.NEVER, What.NUMBER, "0");

    enum Side {
        BEFORE,
        AFTER,
        NEVER
    }

    enum What {
        NUMBER,
        WRITES,
        NEWS
    }

    static Fatal number(Side side, int number) {
        return new Fatal(side, What.NUMBER, Integer.toString(number));
    }

    /** The first commit that wrote to all of these; {@code +table} is an insert, {@code table} an update. */
    static Fatal writes(Side side, String... tables) {
        return new Fatal(side, What.WRITES, String.join(",", tables));
    }

    /** The first commit of a kind that none of these is. */
    static Fatal news(Side side, Set<String> known) {
        return new Fatal(side, What.NEWS, known.isEmpty() ? "-" : String.join(";", known));
    }

    static Fatal read(String line) {
        var words = line.split(" ");
        return new Fatal(Side.valueOf(words[0]), What.valueOf(words[1]), words[2]);
    }

    String line() {
        return side + " " + what + " " + value;
    }

    boolean before(int number, Set<String> written) {
        return side == Side.BEFORE && is(number, written);
    }

    boolean after(int number, Set<String> written) {
        return side == Side.AFTER && is(number, written);
    }

    private boolean is(int number, Set<String> written) {
        return switch (what) {
            case NUMBER -> number == Integer.parseInt(value);
            case WRITES -> written.containsAll(set(","));
            case NEWS -> !set(";").contains(String.join(",", written));
        };
    }

    private Set<String> set(String separator) {
        return Arrays.stream(value.split(separator)).collect(Collectors.toSet());
    }
}
