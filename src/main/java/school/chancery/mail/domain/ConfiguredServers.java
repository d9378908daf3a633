package school.chancery.mail.domain;

import java.util.Optional;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

@Component
@Profile("!demo")
class ConfiguredServers implements MailServers {
    private final MailProperties properties;

    ConfiguredServers(MailProperties properties) {
        this.properties = properties;
    }

    @Override
    public Optional<MailServer> smtp() {
        return Optional.ofNullable(properties.smtp());
    }

    @Override
    public Optional<MailServer> imap() {
        return Optional.ofNullable(properties.imap());
    }

    @Override
    public String from() {
        return properties.from();
    }
}
