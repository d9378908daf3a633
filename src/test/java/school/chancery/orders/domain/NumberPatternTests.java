package school.chancery.orders.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import school.chancery.orders.domain.NumberPattern.Problem;

class NumberPatternTests {
    @ParameterizedTest
    @CsvSource({
        "01-05-{seq:03}, 34, 01-05-034",
        "01-05-{seq:03}, 1034, 01-05-1034",
        "{seq}-О, 1034, 1034-О",
        "{seq}-09, 223, 223-09",
        "{year}/{seq:02}, 7, 2026/07"
    })
    void numbersAsTheSchoolsOfTheSeedsDo(String pattern, int sequence, String number) {
        assertThat(NumberPattern.of(pattern).format(sequence, 2026)).isEqualTo(number);
    }

    @ParameterizedTest
    @CsvSource({
        "01-05-, NO_SEQUENCE",
        "'', NO_SEQUENCE",
        "{seq:3}, NO_SEQUENCE",
        "{seq}-{seq:02}, SEQUENCE_TWICE",
        "{year}{seq}{year}, YEAR_TWICE",
        "{seq}<b>, WRONG_SIGN",
        "{seq}{month}, WRONG_SIGN",
        "' {seq}', SPACE_AT_EDGE",
        "1{seq}, DIGIT_BESIDE_SEQUENCE",
        "{seq}{year}, DIGIT_BESIDE_SEQUENCE",
        "0123456789012345678901234567890123456-{seq}, TOO_LONG"
    })
    void saysWhatIsWrongWithAPattern(String pattern, Problem problem) {
        assertThat(NumberPattern.problem(pattern)).contains(problem);
        assertThatThrownBy(() -> NumberPattern.of(pattern)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @CsvSource({"01-05-034, 34", "01-05-1034, 1034"})
    void recognizesANumberOfThePattern(String number, int sequence) {
        assertThat(NumberPattern.of("01-05-{seq:03}").sequenceOf(number, 2026)).hasValue(sequence);
    }

    @ParameterizedTest
    @CsvSource({"01-05-34", "01-05-0034", "01-05-000", "34", "01-05-034а", "01-05-99999999999"})
    void doesNotRecognizeAnyOtherNumber(String number) {
        assertThat(NumberPattern.of("01-05-{seq:03}").sequenceOf(number, 2026)).isEmpty();
    }

    @Property
    void readsBackWhatItWrote(
            @ForAll("patterns") String pattern,
            @ForAll @IntRange(min = 1, max = 99_999) int sequence,
            @ForAll @IntRange(min = 1990, max = 2100) int year) {
        var good = NumberPattern.of(pattern);
        assertThat(good.sequenceOf(good.format(sequence, year), year)).hasValue(sequence);
    }

    @Property
    void givesDifferentNumbersToDifferentOrders(
            @ForAll("patterns") String pattern,
            @ForAll @IntRange(min = 1, max = 5_000) int one,
            @ForAll @IntRange(min = 1, max = 5_000) int other) {
        var good = NumberPattern.of(pattern);
        assertThat(good.format(one, 2026).equals(good.format(other, 2026))).isEqualTo(one == other);
    }

    @Property(tries = 10_000)
    void neverFailsOnWhatSomebodyTypes(@ForAll String typed) {
        assertThat(NumberPattern.problem(typed).isPresent()
                        || NumberPattern.of(typed).text().equals(typed))
                .isTrue();
        assertThat(NumberPattern.of("{seq}-О").sequenceOf(typed, 2026).orElse(1))
                .isPositive();
    }

    @Provide
    Arbitrary<String> patterns() {
        var sign = Arbitraries.strings().withChars("АБОКД-/.").ofMaxLength(6);
        var sequence = Arbitraries.of("{seq}", "{seq:02}", "{seq:03}", "{seq:05}");
        var year = Arbitraries.of("", "{year}-", "{year}/");
        return Combinators.combine(year, sign, sequence, sign).as((y, before, s, after) -> y + before + s + after);
    }
}
