package school.chancery.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Cells as people fill them in become one way of writing, or are told what is wrong with them. */
class CellsTests {
    private static final CellType DATE = Cells.date(LocalDate.of(2000, 1, 1), LocalDate.of(2030, 12, 31));
    private static final List<CellType> ALL = List.of(
            Cells.text(100),
            Cells.name(),
            DATE,
            Cells.number(1, 200),
            Cells.phone(),
            Cells.email(),
            Cells.snils(),
            Cells.classLabel(),
            Cells.choice(Map.of("да", "YES")));

    @ParameterizedTest
    @CsvSource({
        "04.03.2012", "4.3.2012", "4/03/2012", "04-03-2012", "2012-03-04", "2012-03-04 00:00:00", "04.03.2012 0:00:00",
        "04.03.2012 г.", "4 марта 2012", "«4» марта 2012 г.", "4 мар 2012", "40972", "40972.0", "40972.75"
    })
    void readsTheFourthOfMarchInEveryWritingOfIt(String text) {
        assertThat(DATE.read(text)).isEqualTo(CellType.value("2012-03-04"));
    }

    @ParameterizedTest
    @CsvSource({
        "31.02.2012,no-such-day", "29.02.2013,no-such-day", "00.01.2012,no-such-day", "01.13.2012,no-such-day",
        "04.03.12,short-year", "04.03.1999,date-out-of-range", "01.01.2031,date-out-of-range", "вчера,date",
        "04.03.20122,date", "1,date", "4 ноль 2012,no-such-day"
    })
    void refusesWhatIsNoDay(String text, String reason) {
        assertThat(DATE.read(text))
                .isInstanceOfSatisfying(
                        CellType.Fault.class,
                        fault -> assertThat(fault.reason()).isEqualTo("exchange.cell." + reason));
    }

    @ParameterizedTest
    @CsvSource({"5 мая 2012,2012-05-05", "5 июня 2012,2012-06-05", "5 июля 2012,2012-07-05", "5 марта 2012,2012-03-05"})
    void tellsMonthsApartThatBeginAlike(String text, String day) {
        assertThat(DATE.read(text)).isEqualTo(CellType.value(day));
    }

    @ParameterizedTest
    @CsvSource({
        "5А,5А",
        "5а,5А",
        "5 а,5А",
        "5-А,5А",
        "5 «А»,5А",
        "5А класс,5А",
        "05А,5А",
        "5A,5А",
        "11,11",
        "5АБ,5АБ",
        "Старшая группа,Старшая группа"
    })
    void knowsAClassInEveryWriting(String text, String label) {
        assertThat(Cells.classLabel().read(text)).isEqualTo(CellType.value(label));
    }

    @ParameterizedTest
    @CsvSource({
        "+7 (900) 000-12-34,+79000001234",
        "8 900 000 12 34,+79000001234",
        "9000001234,+79000001234",
        "79000001234,+79000001234",
        "+375 29 123-45-67,+375291234567"
    })
    void readsTelephones(String text, String phone) {
        assertThat(Cells.phone().read(text)).isEqualTo(CellType.value(phone));
    }

    @ParameterizedTest
    @CsvSource({"112-233-445 95,11223344595", "11223344595,11223344595"})
    void readsNumbersOfInsuranceWithTheirCheckDigits(String text, String number) {
        assertThat(Cells.snils().read(text)).isEqualTo(CellType.value(number));
    }

    @ParameterizedTest
    @CsvSource({"112-233-445 96", "123", "нет", "000-000-000 00"})
    void refusesNumbersOfInsuranceThatAreNone(String text) {
        assertThat(Cells.snils().read(text)).isInstanceOf(CellType.Fault.class);
    }

    @ParameterizedTest
    @CsvSource({"ИВАНОВ,Иванов", "иванов-петров,Иванов-Петров", "де Голль,де Голль", "О’Коннор,О’Коннор"})
    void writesNamesAsNames(String text, String name) {
        assertThat(Cells.name().read(text)).isEqualTo(CellType.value(name));
    }

    @ParameterizedTest
    @CsvSource({"Ивaнов", "Иванов1", "=Иванов", "<b>Иванов</b>", "-"})
    void refusesWhatIsNoName(String text) {
        assertThat(Cells.name().read(text)).isInstanceOf(CellType.Fault.class);
    }

    @Property(tries = 10_000)
    void everyTextGetsAnAnswer(
            @ForAll @StringLength(min = 1, max = 300) String text, @ForAll @IntRange(max = 8) int type) {
        assertThat(ALL.get(type).read(text)).isNotNull();
    }

    @Property(tries = 10_000)
    void whatWasReadIsReadTheSame(
            @ForAll @IntRange(max = 11_000) int days, @ForAll @IntRange(min = 1, max = 11) int grade) {
        var day = LocalDate.of(2000, 1, 1).plusDays(days).toString();
        assertThat(DATE.read(day)).isEqualTo(CellType.value(day));
        var label = Cells.classLabel().read(grade + "б");
        assertThat(label)
                .isInstanceOfSatisfying(
                        CellType.Value.class,
                        value -> assertThat(Cells.classLabel().read(value.text()))
                                .isEqualTo(value));
    }
}
