package school.chancery.organization;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RussianPhoneTests {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "+79990000001",
                "89990000001",
                "8 (999) 000-00-01",
                "+7 999 000 00 01",
                "9990000001",
                " 8-999-000-00-01 ",
                "8 (999) 000‑00‑01"
            })
    void readsAMobileNumberAsPeopleTypeIt(String typed) {
        assertThat(RussianPhone.mobile(typed)).contains("+79990000001");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "   ",
                "+7 999 000 00",
                "+7 999 000 00 011",
                "+380501234567",
                "+77012345678",
                "84822000000",
                "8 999 000 00 01 доб. 5",
                "8-999-ШКОЛА-01",
                "tel:+79990000001",
                "+7999000000１",
                "+79990000001;ext=1",
                "112"
            })
    void refusesWhatIsNoRussianMobileNumber(String typed) {
        assertThat(RussianPhone.mobile(typed)).isEmpty();
    }

    @Test
    void takesALandLineForAnOfficeOnly() {
        assertThat(RussianPhone.any("8 (4822) 32-00-00")).contains("+74822320000");
        assertThat(RussianPhone.mobile("8 (4822) 32-00-00")).isEmpty();
    }

    @Property(tries = 10_000)
    void whatIsReadOnceIsReadTheSameAgain(@ForAll @LongRange(min = 9_000_000_000L, max = 9_999_999_999L) long digits) {
        RussianPhone.mobile("8" + digits).ifPresent(number -> {
            assertThat(number).isEqualTo("+7" + digits);
            assertThat(RussianPhone.mobile(number)).contains(number);
        });
    }

    @Property(tries = 10_000)
    void neverFailsOnAnyText(@ForAll String text) {
        assertThat(RussianPhone.any(text).stream()).allMatch(number -> number.matches("\\+7[0-9]{10}"));
    }
}
