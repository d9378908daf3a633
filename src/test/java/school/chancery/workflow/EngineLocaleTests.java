package school.chancery.workflow;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Map.Entry;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.core.io.ClassPathResource;

/** The engine's web applications show a raw key for every text missing from a locale file, even with a fallback. */
class EngineLocaleTests {
    /** Its first word is the value's name; an expression may follow, Russian has more forms than one and many. */
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\{\\s*(\\w+).*?}}");

    private static final Pattern TAG = Pattern.compile("(</?(?:a|br|strong)\\b[^>]*>)");
    private static final Pattern COMMON = Pattern.compile(
            "_APP$|^(?:AUTH_[DL]|CAM_WIDGET_|DIRECTIVE_|PAGES?_|PAGINATION_|PASSWORD_POLICY_|SERVICES_)");
    private static final Pattern LETTER = Pattern.compile("\\p{L}");
    private static final Pattern CYRILLIC = Pattern.compile("\\p{IsCyrillic}");

    enum Application {
        TASKLIST(0.95),
        COCKPIT(0.90),
        ADMIN(0.95),
        WELCOME(0.95);

        /** The rest are names that stay Latin everywhere: SQL, JSON, BPMN. */
        final double russianShare;

        Application(double russianShare) {
            this.russianShare = russianShare;
        }

        JsonNode texts(String language) {
            var file = "META-INF/resources/webjars/camunda/app/%s/locales/%s.json"
                    .formatted(name().toLowerCase(Locale.ROOT), language);
            try {
                var json = new ClassPathResource(file).getContentAsString(StandardCharsets.UTF_8);
                // The shipped files begin with a byte order mark, which is no JSON.
                return new ObjectMapper().readTree(json.replaceFirst("^\uFEFF", ""));
            } catch (IOException e) {
                throw new AssertionError(file, e);
            }
        }

        Map<String, String> labels(String language) {
            return texts(language).get("labels").properties().stream()
                    .collect(toMap(Entry::getKey, label -> label.getValue().asText(), (a, b) -> a, TreeMap::new));
        }
    }

    @ParameterizedTest
    @EnumSource
    void everyTextOfTheEngineHasItsRussianCounterpart(Application application) {
        var russian = application.labels("ru");

        assertThat(russian).containsOnlyKeys(application.labels("en").keySet());
        assertThat(application.labels("en")).allSatisfy((key, english) -> {
            if (!english.isBlank()) {
                assertThat(russian.get(key)).as(key).isNotBlank();
            }
        });
    }

    @ParameterizedTest
    @EnumSource
    void placeholdersAndMarkupAreThoseOfTheOriginal(Application application) {
        var russian = application.labels("ru");

        assertThat(application.labels("en")).allSatisfy((key, english) -> {
            assertThat(found(PLACEHOLDER, russian.get(key))).as(key).isEqualTo(found(PLACEHOLDER, english));
            assertThat(found(TAG, russian.get(key))).as(key).isEqualTo(found(TAG, english));
        });
    }

    @ParameterizedTest
    @EnumSource
    void theTextsAreRussianAndNotCopiesOfTheEnglish(Application application) {
        var worded = application.labels("ru").values().stream()
                .filter(text ->
                        LETTER.matcher(PLACEHOLDER.matcher(text).replaceAll("")).find())
                .toList();
        var russian =
                worded.stream().filter(text -> CYRILLIC.matcher(text).find()).count();

        assertThat((double) russian / worded.size()).isGreaterThanOrEqualTo(application.russianShare);
    }

    @ParameterizedTest
    @EnumSource
    void datesAreDeclinedInRussian(Application application) {
        var shipped = application.texts("en").path("dateLocales");
        var dates = application.texts("ru").path("dateLocales");

        assertThat(names(dates)).isEqualTo(names(shipped));
        if (!shipped.isMissingNode()) {
            assertThat(dates.at("/months/format/10").asText()).isEqualTo("ноября");
            assertThat(dates.at("/months/standalone/10").asText()).isEqualTo("ноябрь");
            assertThat(dates.at("/months/format")).hasSize(12);
            assertThat(dates.at("/weekdays")).hasSize(7);
            assertThat(dates.at("/longDateFormat/L").asText()).isEqualTo("DD.MM.YYYY");
        }
    }

    /** A person moves between the applications all day: header, notices and widgets speak with one voice. */
    @Test
    void whatTheApplicationsHaveInCommonReadsTheSameInAll() {
        var seen = new TreeMap<String, Set<String>>();
        for (var application : Application.values()) {
            var russian = application.labels("ru");
            russian.forEach((key, text) -> {
                if (COMMON.matcher(key).find()) {
                    seen.computeIfAbsent(key, k -> new TreeSet<>()).add(text);
                }
            });
        }
        assertThat(seen)
                .hasSizeGreaterThan(100)
                .allSatisfy((text, translations) ->
                        assertThat(translations).as(text).hasSize(1));
    }

    private static List<String> found(Pattern pattern, String text) {
        return pattern.matcher(text)
                .results()
                .map(match -> match.group(1))
                .sorted()
                .toList();
    }

    private static Set<String> names(JsonNode node) {
        var names = new HashSet<String>();
        node.fieldNames().forEachRemaining(names::add);
        return names;
    }
}
