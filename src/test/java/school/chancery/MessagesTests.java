package school.chancery;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * Texts for people: both languages complete, every key a page names exists. Keys put together at run time are written
 * {@code #{${'prefix.' + value}}} or {@code prefix='prefix'}; of those the prefix must exist.
 */
class MessagesTests {
    private static final Path MESSAGES = Path.of("src/main/resources/messages");
    private static final Path FORMS = Path.of("forms");
    private static final Pattern PLAIN = Pattern.compile("#\\{\\s*([A-Za-z0-9_.-]+)\\s*[(}]");
    private static final Pattern PREFIX = Pattern.compile("#\\{\\s*\\$\\{\\s*'([A-Za-z0-9_.-]+)'|prefix='([^']+)'");

    @Test
    void everyModuleSaysTheSameInBothLanguages() {
        assertThat(files("_ru.properties")).isNotEmpty();
        for (var russian : files("_ru.properties")) {
            var english = MESSAGES.resolve(russian.getFileName().toString().replace("_ru.", "_en."));
            assertThat(differences(properties(read(russian)), properties(read(english))))
                    .as(russian.getFileName().toString())
                    .isEmpty();
        }
        assertThat(files("_en.properties")).hasSameSizeAs(files("_ru.properties"));
    }

    @Test
    void aMissingTextIsFound() {
        assertThat(differences(Map.of("a.x", "1", "a.y", "{0}"), Map.of("a.x", "1")))
                .containsExactly("a.y");
        assertThat(differences(Map.of("a.x", "{0}"), Map.of("a.x", "none"))).containsExactly("a.x");
    }

    @Test
    void everyKeyBeginsWithItsModule() {
        for (var file : files(".properties")) {
            var module = file.getFileName().toString().replaceAll("_..\\.properties", "");
            if (module.equals("validation")) continue;
            assertThat(properties(read(file)).keySet())
                    .as(file.toString())
                    .allSatisfy(key -> assertThat(key).startsWith(module + "."));
        }
    }

    @Test
    void noTextIsEmptyOrLosesAnApostrophe() {
        // MessageFormat eats a single straight apostrophe; a doubled one is meant (SQL), in prose it is typographic.
        for (var file : files(".properties"))
            assertThat(properties(read(file)))
                    .as(file.toString())
                    .allSatisfy((key, text) -> assertThat(text).isNotBlank().doesNotContainPattern("(?<!')'(?!')"));
    }

    @Test
    void everyKeyOfAPageHasItsText() {
        var keys = allKeys();
        for (var page : pages())
            assertThat(unknown(withoutComments(read(page)), keys))
                    .as(page.toString())
                    .isEmpty();
    }

    @Test
    void aPageWithAnUnknownKeyIsFound() {
        var keys = Set.of("orders.title", "orders.kind.STAFF");
        assertThat(unknown("<p th:text=\"#{orders.title}\"/> #{orders.titel} #{orders.title(${n})}", keys))
                .containsExactly("orders.titel");
        assertThat(unknown("#{${'orders.kind.' + k}} #{${'orders.kinds.' + k}} prefix='orders.knd'", keys))
                .containsExactlyInAnyOrder("orders.kinds.", "orders.knd.");
    }

    @Test
    void everyKeyInConstraintsHasItsText() throws IOException {
        var keys = allKeys();
        try (var sources = Files.walk(Path.of("src/main/java"))) {
            for (var source : sources.filter(ending(".java")).toList())
                assertThat(unknownInConstraints(read(source), keys))
                        .as(source.toString())
                        .isEmpty();
        }
    }

    @Test
    void everyActThatIsRecordedHasItsText() throws IOException {
        var keys = allKeys();
        var acts = new TreeSet<String>();
        try (var sources = Files.walk(Path.of("src/main/java"))) {
            sources.filter(ending(".java")).forEach(source -> acts.addAll(acts(read(source))));
        }
        assertThat(acts).contains("orders.order-signed");
        assertThat(acts.stream().map(act -> act.replace(".", ".audit.")).filter(key -> !keys.contains(key)))
                .as("texts of acts that are recorded")
                .isEmpty();
        assertThat(acts.stream()
                        .map(act -> act.substring(0, act.indexOf('.')))
                        .filter(module -> !module.equals("demo"))
                        .map(module -> "identity.audit.module." + module)
                        .filter(key -> !keys.contains(key)))
                .as("names of modules that record acts, also offered by AuditController")
                .isEmpty();
    }

    @Test
    void anActIsFoundHoweverItIsRecorded() {
        assertThat(acts("audit.record(AuditEntry.of(\n   \"a.b-c\", x)); record(\"a.d\", y); new AuditEntry(\"a.e\")"))
                .containsExactlyInAnyOrder("a.b-c", "a.d", "a.e");
    }

    // Written where the act is named; an act named elsewhere shows its code until somebody gives it a text.
    private static List<String> acts(String source) {
        return Pattern.compile("(?:AuditEntry\\.of|new AuditEntry|\\brecord|\\bentry)\\(\\s*\"([a-z]+\\.[a-z0-9-]+)\"")
                .matcher(source)
                .results()
                .map(found -> found.group(1))
                .toList();
    }

    private static List<String> unknownInConstraints(String source, Set<String> keys) {
        return Pattern.compile("message\\s*=\\s*\"\\{([^}\"]+)}\"")
                .matcher(source)
                .results()
                .map(found -> found.group(1))
                .filter(key -> !keys.contains(key))
                .toList();
    }

    private static Set<String> differences(Map<String, String> one, Map<String, String> other) {
        var wrong = new TreeSet<String>();
        for (var key : union(one.keySet(), other.keySet()))
            if (!one.containsKey(key)
                    || !other.containsKey(key)
                    || !arguments(one.get(key)).equals(arguments(other.get(key)))) wrong.add(key);
        return wrong;
    }

    private static Set<String> union(Set<String> one, Set<String> other) {
        var all = new HashSet<>(one);
        all.addAll(other);
        return all;
    }

    private static Set<String> arguments(String text) {
        return Pattern.compile("\\{(\\w+)")
                .matcher(text)
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toSet());
    }

    private static List<String> unknown(String page, Set<String> keys) {
        var wrong = new ArrayList<String>();
        PLAIN.matcher(page)
                .results()
                .map(found -> found.group(1))
                .filter(key -> !keys.contains(key))
                .forEach(wrong::add);
        PREFIX.matcher(page)
                .results()
                .map(found -> found.group(1) != null ? found.group(1) : found.group(2) + ".")
                .filter(prefix -> keys.stream().noneMatch(key -> key.startsWith(prefix)))
                .forEach(wrong::add);
        return wrong;
    }

    private static String withoutComments(String page) {
        return page.replaceAll("(?s)<!--.*?-->", "");
    }

    private static Set<String> allKeys() {
        return files("_ru.properties").stream()
                .flatMap(file -> properties(read(file)).keySet().stream())
                .collect(Collectors.toSet());
    }

    private static List<Path> files(String end) {
        try (var all = Files.list(MESSAGES)) {
            return all.filter(ending(end)).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Path> pages() {
        try (var all = Files.walk(FORMS)) {
            return all.filter(ending(".html")).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Predicate<Path> ending(String end) {
        return file -> file.toString().endsWith(end);
    }

    private static Map<String, String> properties(String content) {
        var properties = new Properties();
        try {
            properties.load(new StringReader(content));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        var sorted = new TreeMap<String, String>();
        properties.forEach((key, text) -> sorted.put(key.toString(), text.toString()));
        return sorted;
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
