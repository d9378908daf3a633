package school.chancery.journal.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import school.chancery.journal.MarkValue;

/** Marks as people write them. */
class MarkWordsTests {
    @ParameterizedTest
    @CsvSource({
        "5,FIVE",
        "Хорошо,FOUR",
        "удовл.,THREE",
        "НЕУД,TWO",
        "зачёт,CREDIT",
        "не зачтено,NO_CREDIT",
        "н/а,NOT_ATTESTED",
        "н/а ув.,NOT_ATTESTED_GOOD_REASON",
        "освобождена,EXEMPT"
    })
    void readsWhatSchoolsWrite(String written, MarkValue value) {
        assertThat(MarkWords.read(written)).contains(value);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1", "6", "55", "отл 5", "зачзач", "-", "пять с плюсом"})
    void takesNothingElseForAMark(String written) {
        assertThat(MarkWords.read(written)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ru", "en"})
    void readsWhatThePageShows(String language) throws IOException {
        var texts = new Properties();
        try (var file =
                Files.newBufferedReader(Path.of("src/main/resources/messages/journal_" + language + ".properties"))) {
            texts.load(file);
        }
        for (var value : MarkValue.values())
            assertThat(MarkWords.read(texts.getProperty("journal.mark." + value)))
                    .contains(value);
    }

    @Test
    void onlyWhatIsPassedIsNoDebt() {
        assertThat(MarkValue.values())
                .filteredOn(MarkValue::isUnsatisfactory)
                .containsExactly(MarkValue.TWO, MarkValue.NO_CREDIT, MarkValue.NOT_ATTESTED);
        assertThat(MarkValue.values())
                .filteredOn(value -> !value.isPassed() && !value.isUnsatisfactory())
                .containsExactly(MarkValue.NOT_ATTESTED_GOOD_REASON);
    }
}
