package school.chancery.identity.web;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.i18n.CookieLocaleResolver;
import org.springframework.web.servlet.i18n.LocaleChangeInterceptor;

/** Russian for everybody, English who asks for it with {@code ?lang=en}; the choice stays in a cookie. */
@Configuration(proxyBeanMethods = false)
class Languages implements WebMvcConfigurer {
    static final List<String> SUPPORTED = List.of("ru", "en");
    private static final Locale RUSSIAN = Locale.forLanguageTag("ru");

    /** One source over the {@code messages/<module>} files of all modules; an unknown key is an error, not its own text. */
    @Bean
    static MessageSource messageSource() throws IOException {
        var messages = new ResourceBundleMessageSource();
        messages.setBasenames(modules());
        messages.setDefaultEncoding(StandardCharsets.UTF_8.name());
        messages.setDefaultLocale(RUSSIAN);
        return messages;
    }

    private static String[] modules() throws IOException {
        var files = new PathMatchingResourcePatternResolver().getResources("classpath*:messages/*_ru.properties");
        return Stream.of(files)
                .map(Resource::getFilename)
                .map(Objects::requireNonNull)
                .map(name -> "messages/" + name.replace("_ru.properties", ""))
                .distinct()
                .sorted()
                .toArray(String[]::new);
    }

    @Bean
    LocaleResolver localeResolver() {
        var resolver = new CookieLocaleResolver("chancery-language") {
            @Override
            protected @Nullable Locale parseLocaleValue(String value) {
                return SUPPORTED.contains(value) ? Locale.forLanguageTag(value) : null;
            }
        };
        resolver.setDefaultLocale(RUSSIAN);
        resolver.setCookieMaxAge(Duration.ofDays(365));
        resolver.setCookieHttpOnly(true);
        resolver.setCookieSameSite("Lax");
        resolver.setRejectInvalidCookies(false);
        return resolver;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        var change = new LocaleChangeInterceptor() {
            @Override
            protected Locale parseLocaleValue(String value) {
                return SUPPORTED.contains(value) ? Locale.forLanguageTag(value) : refuse(value);
            }
        };
        change.setParamName("lang");
        change.setIgnoreInvalidLocale(true);
        registry.addInterceptor(change);
    }

    private static Locale refuse(String value) {
        throw new IllegalArgumentException("no texts in this language");
    }
}
