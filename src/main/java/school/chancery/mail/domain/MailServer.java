package school.chancery.mail.domain;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How to reach a server.
 *
 * @param username absent = no sign-in
 */
public record MailServer(
        String host,
        int port,
        @Nullable String username,
        @Nullable String password,
        @DefaultValue("STARTTLS") Security security) {

    /** NONE only for a server on the same machine. */
    public enum Security {
        NONE,
        STARTTLS,
        TLS
    }
}
