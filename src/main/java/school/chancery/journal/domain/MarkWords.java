package school.chancery.journal.domain;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import school.chancery.exchange.Wording;
import school.chancery.journal.MarkValue;

/** How people write marks: on the page of a class and in their tables. */
public final class MarkWords {
    /** Words as {@link Wording#plain} leaves them → constant. */
    public static final Map<String, String> WORDS = words();

    private MarkWords() {}

    public static Optional<MarkValue> read(String text) {
        return Optional.ofNullable(WORDS.get(Wording.plain(text))).map(MarkValue::valueOf);
    }

    private static Map<String, String> words() {
        var words = new HashMap<String, String>();
        put(words, MarkValue.FIVE, "5", "отлично", "отл");
        put(words, MarkValue.FOUR, "4", "хорошо", "хор");
        put(words, MarkValue.THREE, "3", "удовлетворительно", "удовл", "уд");
        put(words, MarkValue.TWO, "2", "неудовлетворительно", "неудовл", "неуд");
        put(words, MarkValue.CREDIT, "зач", "зачтено", "зачет", "зч", "cr");
        put(words, MarkValue.NO_CREDIT, "нез", "незачет", "не зачтено", "незачтено", "незач", "нз", "nc");
        put(words, MarkValue.NOT_ATTESTED, "н а", "на", "не аттестован", "не аттестована", "n a");
        put(
                words,
                MarkValue.NOT_ATTESTED_GOOD_REASON,
                "ув",
                "ab",
                "н а ув",
                "н а у",
                "не аттестован по уважительной причине");
        put(words, MarkValue.EXEMPT, "осв", "освобожден", "освобождена", "ex");
        return Map.copyOf(words);
    }

    private static void put(Map<String, String> words, MarkValue value, String... written) {
        List.of(written).forEach(each -> words.put(each, value.name()));
    }
}
