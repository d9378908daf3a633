package school.chancery.organization;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.IDN;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InternetNameTests {
    @ParameterizedTest
    @ValueSource(strings = {"office@school.example", "a.b+c@mail.school.example", "x@xn--80akhbyknj4f.xn--p1ai"})
    void takesAnAddress(String address) {
        assertThat(InternetName.email(address)).contains(address);
    }

    @Test
    void keepsACyrillicDomainInItsAsciiForm() {
        assertThat(InternetName.email("office@школа.рф")).contains("office@xn--" + ascii() + ".xn--p1ai");
        assertThat(InternetName.web("https://школа.рф/приказ")).contains("https://xn--" + ascii() + ".xn--p1ai/приказ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "office",
                "office@",
                "@school.example",
                "office@school",
                "of fice@school.example",
                "office@@school.example",
                "office@school..example",
                ".office@school.example",
                "office.@school.example",
                "office@-school.example",
                "office@school.example\nBcc: other@school.example",
                "office@school.example, other@school.example",
                "Office <office@school.example>",
                "офис@school.example",
                "office@127.0.0.1"
            })
    void refusesWhatIsNoAddress(String address) {
        assertThat(InternetName.email(address)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://school.example",
                "http://school.example:8080/orders?id=1#page",
                "https://school.example/приказ.pdf"
            })
    void takesAWebAddress(String address) {
        assertThat(InternetName.web(address)).contains(address);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "school.example",
                "ftp://school.example",
                "javascript:alert(1)",
                "https://",
                "https://localhost",
                "https://user@school.example",
                "https://school.example /a",
                "https://school.example:999999",
                "data:text/html,x"
            })
    void refusesWhatIsNoWebAddress(String address) {
        assertThat(InternetName.web(address)).isEmpty();
    }

    @Property(tries = 10_000)
    void neverFailsOnAnyText(@ForAll String text) {
        assertThat(InternetName.email(text).stream()).allMatch(address -> address.contains("@"));
        assertThat(InternetName.web(text).stream()).allMatch(address -> address.startsWith("http"));
    }

    private static String ascii() {
        return IDN.toASCII("школа").substring("xn--".length());
    }
}
