package school.chancery.people;

import java.util.Arrays;

/** What somebody types to find a person, as patterns for {@code ilike} on text whose ё is е; % and _ mean themselves. */
public final class SearchText {
    private static final int MOST_WORDS = 5;

    private SearchText() {}

    /** The text as one piece. */
    public static String pattern(String text) {
        return "%" + plain(text) + "%";
    }

    /** Each word by itself, in any order: all of them are to be found. An empty text is found everywhere. */
    public static String[] words(String text) {
        return Arrays.stream(plain(text).split("\\s+"))
                .limit(MOST_WORDS)
                .map(word -> "%" + word + "%")
                .toArray(String[]::new);
    }

    private static String plain(String text) {
        return text.strip().replace('ё', 'е').replace('Ё', 'Е').replaceAll("([\\\\%_])", "\\\\$1");
    }
}
