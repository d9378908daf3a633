package school.chancery.workflow.web;

import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads the parameters of a list. What cannot be read is as if not given: the link may be old, the list is not. */
final class ListQuery {
    private static final int LAST_PAGE = 100_000;

    private ListQuery() {}

    static <E extends Enum<E>> Optional<E> choice(Class<E> type, @Nullable String text) {
        if (text == null) return Optional.empty();
        try {
            return Optional.of(Enum.valueOf(type, text.replace(',', '_').toUpperCase(Locale.ROOT)));
        } catch (IllegalArgumentException unknown) {
            return Optional.empty();
        }
    }

    /** Page number from 0, the last one when there are not as many. */
    static int page(@Nullable String text, int total, int size) {
        var last = total == 0 ? 0 : (total - 1) / size;
        try {
            var number = text == null ? 0 : Integer.parseInt(text);
            return Math.max(0, Math.min(number, Math.min(last, LAST_PAGE)));
        } catch (NumberFormatException unreadable) {
            return 0;
        }
    }

    /** A text to look for; null when there is none. PostgreSQL knows no character 0. */
    static @Nullable String text(@Nullable String text, int max) {
        if (text == null) return null;
        var stripped = text.replace("\0", "").strip();
        if (stripped.isEmpty()) return null;
        return stripped.length() > max ? stripped.substring(0, max) : stripped;
    }
}
