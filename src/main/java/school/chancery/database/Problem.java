package school.chancery.database;

import java.text.MessageFormat;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One reason to refuse a database.
 *
 * @param code last part of the message key {@code database.<code>}, beside which {@code database.<code>.action} stands
 * @param arguments what the message names: directories, ports, roles; never a password
 */
public record Problem(String code, List<String> arguments) {
    static Problem of(String code, Object... arguments) {
        return new Problem(code, Arrays.stream(arguments).map(String::valueOf).toList());
    }

    static String describe(List<Problem> problems) {
        return joined(problems, Problem::description);
    }

    static String advise(List<Problem> problems) {
        return joined(problems, Problem::action);
    }

    String description() {
        return inBothLanguages("database." + code);
    }

    String action() {
        return inBothLanguages("database." + code + ".action");
    }

    private static String joined(List<Problem> problems, Function<Problem, String> part) {
        return problems.stream().map(part).distinct().collect(Collectors.joining("\n"));
    }

    // Both languages, for the start fails before anybody could have chosen one.
    private String inBothLanguages(String key) {
        return Stream.of("ru", "en").map(language -> text(key, language)).collect(Collectors.joining("\n"));
    }

    private String text(String key, String language) {
        var locale = Locale.forLanguageTag(language);
        var bundle = ResourceBundle.getBundle(
                "messages.database",
                locale,
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
        return new MessageFormat(bundle.getString(key), locale).format(arguments.toArray());
    }
}
