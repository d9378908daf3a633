package school.chancery;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/** The delegates of the models, measured in their source: the model says when, the domain whether, a delegate little. */
final class Delegates {
    /** Of the class itself, without imports, comments, annotations and blank lines. */
    static final int LINES = 15;

    private static final Pattern DELEGATE = Pattern.compile("class (\\w+) implements JavaDelegate\\b");
    private static final Pattern UNCOUNTED =
            Pattern.compile("\\s*|(package|import) .*|\\s*(/\\*|\\*|//|@[A-Z]\\w*$).*");

    record Source(String name, long lines) {}

    private Delegates() {}

    static List<Source> in(Path root) {
        try (var files = Files.walk(root)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .map(Delegates::read)
                    .filter(text -> DELEGATE.matcher(text).find())
                    .map(Delegates::measured)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Source measured(String text) {
        var name = DELEGATE.matcher(text).results().findFirst().orElseThrow().group(1);
        return new Source(
                name,
                text.lines().filter(line -> !UNCOUNTED.matcher(line).matches()).count());
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
