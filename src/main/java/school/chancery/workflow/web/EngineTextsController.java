package school.chancery.workflow.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Tells the browser which edition of the engine applications' Russian texts the server holds.
 *
 * <p>The engine caches its texts in the browser under its own version number, which doesn't change when ours do; the
 * applications compare this answer with the edition their copy was made of and fetch the texts anew when they differ.
 */
@RestController
class EngineTextsController {
    static final List<String> APPLICATIONS = List.of("tasklist", "cockpit", "admin", "welcome");

    private final String version = digestOfAllTexts();

    @GetMapping(path = "/pub/texts-version", produces = MediaType.TEXT_PLAIN_VALUE)
    String version() {
        return version;
    }

    private static String digestOfAllTexts() {
        var digest = sha256();
        for (var application : APPLICATIONS) {
            digest.update(texts(application));
        }
        return HexFormat.of().formatHex(digest.digest(), 0, 16);
    }

    private static byte[] texts(String application) {
        var file = "META-INF/resources/webjars/camunda/app/%s/locales/ru.json".formatted(application);
        try {
            return new ClassPathResource(file).getContentAsByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException("No Russian texts for the engine's " + application, e);
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
