package school.chancery.identity.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.DispatcherServlet;
import org.springframework.web.servlet.FlashMap;
import org.springframework.web.servlet.support.AbstractFlashMapManager;
import org.springframework.web.util.WebUtils;

/**
 * What a form says on the page it leads to ({@code flash}, a key of our texts) travels in a cookie: in the session it
 * would be written twice with each form. The newest counts; nothing but such a key passes, in either direction.
 */
@Component(DispatcherServlet.FLASH_MAP_MANAGER_BEAN_NAME)
class FlashCookie extends AbstractFlashMapManager {
    static final String NAME = "chancery-flash";
    private static final String FLASH = "flash";

    private final MessageSource texts;
    private final boolean secure;

    FlashCookie(MessageSource texts, @Value("${chancery.cookies.secure}") boolean secure) {
        this.texts = texts;
        this.secure = secure;
    }

    @Override
    protected @Nullable List<FlashMap> retrieveFlashMaps(HttpServletRequest request) {
        var cookie = WebUtils.getCookie(request, NAME);
        return cookie == null
                ? null
                : read(cookie.getValue())
                        .filter(flash -> isKnown(flash, request))
                        .map(flash -> new ArrayList<>(List.of(flash)))
                        .orElse(null);
    }

    private boolean isKnown(FlashMap flash, HttpServletRequest request) {
        return texts.getMessage(String.valueOf(flash.get(FLASH)), null, null, request.getLocale()) != null;
    }

    private Optional<FlashMap> read(String value) {
        var end = value.indexOf('@');
        if (end < 0) return Optional.empty();
        var flash = new FlashMap();
        flash.put(FLASH, value.substring(0, end));
        flash.setTargetRequestPath(value.substring(end + 1));
        flash.startExpirationPeriod(getFlashMapTimeout());
        return Optional.of(flash);
    }

    @Override
    protected void updateFlashMaps(List<FlashMap> flashes, HttpServletRequest request, HttpServletResponse response) {
        var newest = flashes.isEmpty() ? null : flashes.get(flashes.size() - 1);
        var cookie = ResponseCookie.from(NAME, newest == null ? "" : written(newest))
                .path("/")
                .maxAge(newest == null ? 0 : getFlashMapTimeout())
                .httpOnly(true)
                .secure(secure)
                .sameSite("Lax")
                .build();
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
    }

    private static String written(FlashMap flash) {
        if (!flash.keySet().equals(Set.of(FLASH)))
            throw new IllegalStateException(
                    "only the key of a text can be told to the next page, not " + flash.keySet());
        var path = Optional.ofNullable(flash.getTargetRequestPath()).orElse("/");
        return flash.get(FLASH) + "@" + path;
    }
}
