package school.chancery.benchmark;

import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.security.crypto.password.PasswordEncoder;
import school.chancery.documents.PdfRenderer;

/**
 * Password hash and PDF cost what they cost, on purpose or by the size of the page; here they answer at once. The first
 * of each is real, so that what is stored and compared afterwards has its true size.
 */
@TestConfiguration(proxyBeanMethods = false)
public class InstantAnswers {
    @Bean
    @Primary
    InstantPasswords instantPasswords(PasswordEncoder passwordEncoder) {
        return new InstantPasswords(passwordEncoder);
    }

    @Bean
    @Primary
    InstantRenderer instantRenderer(PdfRenderer pdfaRenderer) {
        return new InstantRenderer(pdfaRenderer);
    }

    static final class InstantPasswords implements PasswordEncoder {
        private final PasswordEncoder real;
        private final Map<String, String> known = new ConcurrentHashMap<>();

        InstantPasswords(PasswordEncoder real) {
            this.real = real;
        }

        @Override
        public String encode(CharSequence password) {
            return known.computeIfAbsent(password.toString(), real::encode);
        }

        @Override
        public boolean matches(CharSequence password, String encoded) {
            return encoded.equals(known.get(password.toString()));
        }

        /** The work that {@link #matches} is spared. */
        boolean matchesReally(CharSequence password) {
            return real.matches(password, encode(password));
        }
    }

    static final class InstantRenderer implements PdfRenderer {
        private final PdfRenderer real;
        private @Nullable Supplier<byte[]> work;
        private byte @Nullable [] first;

        InstantRenderer(PdfRenderer real) {
            this.real = real;
        }

        @Override
        public synchronized byte[] render(String template, String title, Map<String, Object> model, Locale locale) {
            if (first == null) {
                work = () -> real.render(template, title, model, locale);
                first = work.get();
            }
            return first;
        }

        /** The work that {@link #render} is spared. */
        byte[] renderReally() {
            return Objects.requireNonNull(work).get();
        }
    }
}
