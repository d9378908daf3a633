package school.chancery.audit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.joran.JoranConfigurator;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.util.LogbackMDCAdapter;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.joran.spi.JoranException;
import java.io.ByteArrayOutputStream;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringApplication;

class NamelessLogTests {
    private static final String CANARY = "Канарейкина Зоя";

    private final LoggerContext logs = new LoggerContext();
    private final ByteArrayOutputStream output = new ByteArrayOutputStream();

    @BeforeEach
    void logAsTheProductDoes() throws JoranException {
        logs.setMDCAdapter(new LogbackMDCAdapter());
        var configurator = new JoranConfigurator();
        configurator.setContext(logs);
        configurator.doConfigure(Objects.requireNonNull(getClass().getResource("/logback-spring.xml")));
        var console = (ConsoleAppender<ILoggingEvent>)
                logs.getLogger(Logger.ROOT_LOGGER_NAME).getAppender("CONSOLE");
        console.setOutputStream(output);
    }

    @AfterEach
    void close() {
        logs.stop();
    }

    @Test
    void aLineTellsKindsAndPlacesOfAFailureAndNobodysWords() {
        logs.getLogger("any").error("Mail 7 failed", failure());
        assertThat(output.toString(UTF_8))
                .contains(
                        "Mail 7 failed", "IllegalStateException: …", "Caused by: java.lang.IllegalArgumentException: …")
                .contains("at school.chancery.audit.NamelessLogTests")
                .contains("Suppressed: java.lang.RuntimeException: …")
                .doesNotContain(CANARY);
    }

    @Test
    void aLineThatQuotesItsExceptionLosesTheQuotation() {
        var failure = failure();
        logs.getLogger("any")
                .error("Servlet threw exception [{}] with root cause", failure.getMessage(), failure.getCause());
        logs.getLogger("any").error("Servlet threw [{}]", failure.getMessage(), failure);
        assertThat(output.toString(UTF_8))
                .contains("Servlet threw exception […] with root cause", "Servlet threw […]")
                .doesNotContain(CANARY);
    }

    @Test
    void whyAStartFailedIsToldWhole() {
        logs.getLogger(SpringApplication.class)
                .error("Application run failed", new IllegalStateException("no password"));
        assertThat(output.toString(UTF_8)).contains("IllegalStateException: no password");
    }

    private static RuntimeException failure() {
        var cause = new IllegalArgumentException("Key (name)=(" + CANARY + ") already exists");
        var failure = new IllegalStateException("could not store " + CANARY, cause);
        failure.addSuppressed(new RuntimeException(CANARY));
        return failure;
    }
}
