package school.chancery.platform.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ApplicationCheckTests {
    private static final Set<ApplicationField> ALL = EnumSet.allOf(ApplicationField.class);
    private static final ApplicationData EMPTY =
            new ApplicationData(null, " ", "", null, null, null, null, null, null, null, null, null);
    private static final ApplicationData RIGHT = with("", "");

    @Test
    void keepsWhatIsRightInTheFormItIsKeptIn() {
        var check = new ApplicationCheck(ALL);
        var read = check.read(RIGHT);
        assertThat(check.refusals()).isEmpty();
        assertThat(read.inn()).isEqualTo("6900123454");
        assertThat(read.ogrn()).isEqualTo("1026900000126");
        assertThat(read.head()).isEqualTo("Проверкина Анна Ивановна");
        assertThat(read.phone()).isEqualTo("+74822320000");
        assertThat(read.contactPhone()).isEqualTo("+79991234567");
        assertThat(read.site()).isEqualTo("https://school.example");
        assertThat(read.address()).isEqualTo("г. Приморск");
        assertThat(read.fullName()).isEqualTo("Муниципальное учреждение");
    }

    @Test
    void missesEachRequiredFieldByItself() {
        assertThat(refusals(ALL, EMPTY))
                .hasSize(ALL.size())
                .allMatch(refusal -> refusal.code().equals("platform.refused.missing"))
                .extracting(Refusal::field)
                .containsExactlyElementsOf(
                        ALL.stream().map(ApplicationField::property).toList());
    }

    @Test
    void alwaysWantsThePhoneOfTheContact() {
        assertThat(refusals(Set.of(), EMPTY)).extracting(Refusal::field).containsExactly("contactPhone");
        assertThat(new ApplicationCheck(Set.of()).read(EMPTY).fullName()).isNull();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "inn | 6900123455",
                "inn | 690012345",
                "ogrn | 1026900000127",
                "ogrn | 10269000001260",
                "head | Анна",
                "head | Анна 2 Ивановна",
                "head | а б в г д е",
                "email | school",
                "phone | 112",
                "site | ftp://school.example",
                "contactName | <b>Анна</b> Ивановна",
                "contactEmail | a@b",
                "contactPhone | +7 4822 32-00-00"
            })
    void tellsWhatIsWrongAtItsField(String field, String value) {
        assertThat(refusals(Set.of(), with(field, value)))
                .singleElement()
                .satisfies(refusal -> assertThat(refusal.field()).isEqualTo(field))
                .satisfies(refusal -> assertThat(refusal.code()).isEqualTo("platform.refused." + field));
    }

    @Test
    void takesTextsUpToTheirLengthAndNoLineBreaks() {
        assertThat(refusals(ALL, with("shortName", "я".repeat(200)))).isEmpty();
        assertThat(refusals(ALL, with("shortName", "я".repeat(201)))).hasSize(1);
        assertThat(refusals(ALL, with("fullName", "я".repeat(500)))).isEmpty();
        assertThat(refusals(ALL, with("fullName", "я".repeat(501)))).hasSize(1);
        assertThat(refusals(ALL, with("address", "я".repeat(501)))).hasSize(1);
        assertThat(refusals(ALL, with("address", "Приморск\r\nBcc: a@b.example")))
                .hasSize(1);
        assertThat(refusals(ALL, with("head", "А " + "я".repeat(198)))).isEmpty();
        assertThat(refusals(ALL, with("head", "А " + "я".repeat(199)))).hasSize(1);
    }

    private static List<Refusal> refusals(Set<ApplicationField> required, ApplicationData typed) {
        var check = new ApplicationCheck(required);
        check.read(typed);
        return check.refusals();
    }

    private static ApplicationData with(String field, String value) {
        return new ApplicationData(
                of("fullName", " Муниципальное учреждение ", field, value),
                of("shortName", "МУ", field, value),
                of("inn", "6900 123454", field, value),
                of("ogrn", "1026900000126", field, value),
                of("address", "г. Приморск", field, value),
                of("head", "Проверкина  Анна Ивановна", field, value),
                of("email", "office@school.example", field, value),
                of("phone", "8 (4822) 32-00-00", field, value),
                of("site", "https://school.example", field, value),
                of("contactName", "Проверкина Анна", field, value),
                of("contactEmail", "anna@school.example", field, value),
                of("contactPhone", "8 (999) 123-45-67", field, value));
    }

    private static String of(String name, String right, String field, String value) {
        return name.equals(field) ? value : right;
    }
}
