package school.chancery.identity;

import jakarta.servlet.http.Cookie;
import java.io.UnsupportedEncodingException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jsoup.Jsoup;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** What a browser does without a screen: keeps cookies, takes the token from the page it posts from. */
public final class Browser {
    private final MockMvcTester web;
    private final String address;
    private final Map<String, Cookie> cookies = new LinkedHashMap<>();
    private String token = "";

    public Browser(MockMvcTester web, String address) {
        this.web = web;
        this.address = address;
    }

    public MvcTestResult get(String path) {
        return kept(web.get().uri(path).with(this::own).exchange());
    }

    public MvcTestResult post(String path, String... parameters) {
        var request = web.post().uri(path).with(this::own).param("_csrf", token);
        for (var i = 0; i < parameters.length; i += 2) request = request.param(parameters[i], parameters[i + 1]);
        return kept(request.exchange());
    }

    public MvcTestResult signIn(String login, String password) {
        get("/login");
        return post("/login", "username", login, "password", password);
    }

    public String sessionId() {
        var cookie = cookies.get("chancery-session");
        return cookie == null ? "" : cookie.getValue();
    }

    private MockHttpServletRequest own(MockHttpServletRequest request) {
        request.setRemoteAddr(address);
        if (!cookies.isEmpty()) request.setCookies(cookies.values().toArray(Cookie[]::new));
        return request;
    }

    private MvcTestResult kept(MvcTestResult result) {
        for (var cookie : result.getResponse().getCookies()) {
            if (cookie.getMaxAge() == 0) cookies.remove(cookie.getName());
            else cookies.put(cookie.getName(), cookie);
        }
        try {
            var field = Jsoup.parse(result.getResponse().getContentAsString()).selectFirst("input[name=_csrf]");
            if (field != null) token = field.val();
        } catch (UnsupportedEncodingException e) {
            throw new IllegalStateException(e);
        }
        return result;
    }
}
