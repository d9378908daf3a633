package school.chancery.exchange;

import java.util.List;

/** What a cell may hold: reads its text into the one way of writing it, or says what is wrong. */
public interface CellType {
    /** @param text not empty, no blanks around */
    Answer read(String text);

    /** The type of the normalised text in SQL. */
    default String sqlType() {
        return "text";
    }

    sealed interface Answer {}

    record Value(String text) implements Answer {}

    /** @param reason message key */
    record Fault(String reason, List<String> arguments) implements Answer {
        public Fault {
            arguments = List.copyOf(arguments);
        }
    }

    static Answer value(String text) {
        return new Value(text);
    }

    static Answer fault(String reason, String... arguments) {
        return new Fault(reason, List.of(arguments));
    }
}
