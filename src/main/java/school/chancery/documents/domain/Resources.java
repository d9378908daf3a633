package school.chancery.documents.domain;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.springframework.core.io.ClassPathResource;

/** What lies in the jar below {@code documents/}. */
final class Resources {
    private Resources() {}

    static byte[] bytes(String path) {
        try {
            return new ClassPathResource("documents/" + path).getContentAsByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String text(String path) {
        return new String(bytes(path), StandardCharsets.UTF_8);
    }
}
