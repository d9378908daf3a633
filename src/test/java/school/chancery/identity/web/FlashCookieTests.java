package school.chancery.identity.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.servlet.http.Cookie;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.context.support.StaticMessageSource;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.web.servlet.FlashMap;

/** What a form says on the page it leads to. */
class FlashCookieTests {
    private final StaticMessageSource texts = new StaticMessageSource();
    private final FlashCookie flashes = new FlashCookie(texts, false);

    FlashCookieTests() {
        texts.addMessage("orders.start.done", Locale.ENGLISH, "Begun");
    }

    @Test
    void standsOnTheNextPageOnceAndNoOther() {
        var cookie = told("orders.start.done", "/cases/1");
        assertThat(cookie.isHttpOnly()).isTrue();
        assertThat(shown(cookie, "/inbox", new MockHttpServletResponse())).isNull();
        var response = new MockHttpServletResponse();
        assertThat(shown(cookie, "/cases/1", response)).isEqualTo("orders.start.done");
        assertThat(Objects.requireNonNull(response.getCookie(FlashCookie.NAME)).getMaxAge())
                .isZero();
    }

    @Test
    void showsNothingThatIsNoTextOfOurs() {
        for (var forged : new String[] {
            "flash=evil.key@/inbox", "card=orders.start.done@/inbox", "flash=orders.start.done", "@", "", "a@%"
        })
            assertThat(shown(new Cookie(FlashCookie.NAME, forged), "/inbox", new MockHttpServletResponse()))
                    .as(forged)
                    .isNull();
    }

    @Test
    void refusesToCarryAnythingElse() {
        var flash = new FlashMap();
        flash.put("password", "secret");
        assertThatThrownBy(() ->
                        flashes.saveOutputFlashMap(flash, new MockHttpServletRequest(), new MockHttpServletResponse()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageNotContaining("secret");
    }

    private Cookie told(String key, String path) {
        var flash = new FlashMap();
        flash.put("flash", key);
        flash.setTargetRequestPath(path);
        var response = new MockHttpServletResponse();
        flashes.saveOutputFlashMap(flash, request("/form"), response);
        return Objects.requireNonNull(response.getCookie(FlashCookie.NAME));
    }

    private @Nullable Object shown(Cookie cookie, String path, MockHttpServletResponse response) {
        var request = request(path);
        request.setCookies(cookie);
        var flash = flashes.retrieveAndUpdate(request, response);
        return flash == null ? null : flash.get("flash");
    }

    private static MockHttpServletRequest request(String path) {
        var request = new MockHttpServletRequest("GET", path);
        request.addPreferredLocale(Locale.ENGLISH);
        return request;
    }
}
