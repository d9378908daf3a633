package school.chancery.organization;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.NumericChars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RegistrationNumbersTests {
    @Test
    void acceptsNumbersWithRightCheckDigits() {
        assertThat(RegistrationNumbers.isInn("6900123454")).isTrue();
        assertThat(RegistrationNumbers.isOgrn("1026900000126")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0000000000", "690012345", "69001234541", "690012345x", "６９００１２３４５４", "500100732259"})
    void refusesWhatIsNoInnOfAnOrganization(String text) {
        assertThat(RegistrationNumbers.isInn(text)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "0000000000000",
                "102690000012",
                "304500116000157",
                "10269000001260",
                "102690000012x",
                "3026900000128"
            })
    void refusesWhatIsNoOgrnOfAnOrganization(String text) {
        assertThat(RegistrationNumbers.isOgrn(text)).isFalse();
    }

    @Property(tries = 10_000)
    void everyWrongDigitOfAnInnIsFound(
            @ForAll @NumericChars @StringLength(9) String digits, @ForAll @IntRange(min = 1, max = 9) int shift) {
        var inn = innOf(digits);
        assertThat(RegistrationNumbers.isInn(inn)).isEqualTo(!inn.equals("0000000000"));
        assertThat(RegistrationNumbers.isInn(withLastDigitShifted(inn, shift))).isFalse();
    }

    @Property(tries = 10_000)
    void everyWrongCheckDigitOfAnOgrnIsFound(
            @ForAll @LongRange(min = 100_000_000_000L, max = 199_999_999_999L) long digits,
            @ForAll @IntRange(min = 1, max = 9) int shift) {
        var ogrn = digits + "" + digits % 11 % 10;
        assertThat(RegistrationNumbers.isOgrn(ogrn)).isTrue();
        assertThat(RegistrationNumbers.isOgrn(withLastDigitShifted(ogrn, shift)))
                .isFalse();
    }

    @Property(tries = 10_000)
    void neverFailsOnAnyText(@ForAll String text) {
        assertThat(RegistrationNumbers.isInn(text) && RegistrationNumbers.isOgrn(text))
                .isFalse();
    }

    private static String innOf(String nine) {
        int[] weights = {2, 4, 10, 3, 5, 9, 4, 6, 8};
        var sum = 0;
        for (var i = 0; i < 9; i++) sum += weights[i] * Character.getNumericValue(nine.charAt(i));
        return nine + sum % 11 % 10;
    }

    private static String withLastDigitShifted(String number, int shift) {
        var last = number.length() - 1;
        return number.substring(0, last) + (number.charAt(last) - '0' + shift) % 10;
    }
}
