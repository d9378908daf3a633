package school.chancery.exchange;

import java.util.Locale;

/** Words compared as people mean them: no difference of case, ё and е, punctuation or blanks. */
public final class Wording {
    private Wording() {}

    public static String plain(String text) {
        return text.toLowerCase(Locale.ROOT)
                .replace('ё', 'е')
                .replaceAll("[^\\p{L}\\p{N}]+", " ")
                .strip();
    }
}
