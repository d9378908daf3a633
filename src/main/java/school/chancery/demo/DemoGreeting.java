package school.chancery.demo;

import java.util.List;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Profile;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;
import school.chancery.organization.DocumentLanguage;

/** Prints where to go, as whom and what to try, once pages are served. */
@Component
@Profile("demo")
class DemoGreeting {
    private static final Logger LOG = LoggerFactory.getLogger(DemoGreeting.class);

    private final MessageSource messages;
    private final DemoVisitors visitors;
    private final DemoPassword password;
    private final Environment environment;

    DemoGreeting(MessageSource messages, DemoVisitors visitors, DemoPassword password, Environment environment) {
        this.messages = messages;
        this.visitors = visitors;
        this.password = password;
        this.environment = environment;
    }

    @EventListener(ApplicationReadyEvent.class)
    void greet() {
        LOG.info(text(visitors.listed()));
    }

    private String text(List<DemoVisitor> listed) {
        var people = listed.stream().map(this::lines).collect(Collectors.joining("\n"));
        return "\n\n%s\n\n%s\n\n%s\n%s\n"
                .formatted(
                        say("demo.greeting", address(), password.value()),
                        people,
                        say("demo.others"),
                        say("demo.mailbox", address()));
    }

    private String lines(DemoVisitor visitor) {
        return "  %-14s %s — %s%n  %-14s %s"
                .formatted(visitor.login(), visitor.name(), visitor.posts(), "", say("demo.try." + visitor.login()));
    }

    // The port that was taken, which with server.port=0 is none of the settings.
    private String address() {
        return "http://localhost:" + environment.getProperty("local.server.port", "8080")
                + environment.getProperty("server.servlet.context-path", "");
    }

    private String say(String key, Object... arguments) {
        return messages.getMessage(key, arguments, DocumentLanguage.RUSSIAN);
    }
}
