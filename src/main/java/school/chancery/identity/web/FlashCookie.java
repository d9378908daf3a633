package school.chancery.identity.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
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
 * What a form says on the page it leads to ({@code flash} or {@code refusal}, a key of our texts) travels in a cookie: in
 * the session it would be written twice with each form. The newest counts; nothing but such keys passes, in either
 * direction.
 */
@Component(DispatcherServlet.FLASH_MAP_MANAGER_BEAN_NAME)
class FlashCookie extends AbstractFlashMapManager {
    static final String NAME = "chancery-flash";
    private static final Pattern WRITTEN = Pattern.compile("(flash|refusal)=([\\w.-]{1,100})@(/.*)");

    private final MessageSource texts;
    private final boolean secure;

    FlashCookie(MessageSource texts, @Value("${chancery.cookies.secure}") boolean secure) {
        this.texts = texts;
        this.secure = secure;
    }

    @Override
    protected @Nullable List<FlashMap> retrieveFlashMaps(HttpServletRequest request) {
        var cookie = WebUtils.getCookie(request, NAME);
        var written = cookie == null ? null : WRITTEN.matcher(cookie.getValue());
        if (written == null || !written.matches() || !isText(written.group(2), request)) return null;
        var flash = new FlashMap();
        flash.put(written.group(1), written.group(2));
        flash.setTargetRequestPath(written.group(3));
        flash.startExpirationPeriod(getFlashMapTimeout());
        return new ArrayList<>(List.of(flash));
    }

    private boolean isText(String key, HttpServletRequest request) {
        return texts.getMessage(key, null, null, request.getLocale()) != null;
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
        var told = flash.entrySet().stream().map(each -> each.getKey() + "=" + each.getValue());
        var written = told.collect(Collectors.joining("&"))
                + "@"
                + Optional.ofNullable(flash.getTargetRequestPath()).orElse("/");
        if (!WRITTEN.matcher(written).matches())
            throw new IllegalStateException("only the key of one text is told to the next page, not " + flash.keySet());
        return written;
    }
}
