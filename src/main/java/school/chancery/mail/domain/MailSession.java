package school.chancery.mail.domain;

import jakarta.mail.Session;
import java.time.Duration;
import java.util.Properties;
import school.chancery.mail.domain.MailServer.Security;

/** Sessions in which no wait is endless: the library's own default is to wait for ever. */
final class MailSession {
    private MailSession() {}

    static Session smtp(MailServer server, MailProperties properties, String from) {
        var settings = common("mail.smtp.", server, properties);
        settings.put("mail.smtp.from", from);
        settings.put("mail.smtp.localhost", from.substring(from.lastIndexOf('@') + 1));
        settings.put("mail.smtp.auth", String.valueOf(server.username() != null));
        settings.put("mail.smtp.quitwait", "false");
        return Session.getInstance(settings);
    }

    /** Reading marks nothing as seen, so that people may use the mailbox beside the product. */
    static Session imap(MailServer server, MailProperties properties) {
        var settings = common("mail.imap.", server, properties);
        settings.put("mail.imap.peek", "true");
        settings.put("mail.imap.partialfetch", "true");
        return Session.getInstance(settings);
    }

    private static Properties common(String prefix, MailServer server, MailProperties properties) {
        var settings = new Properties();
        settings.put(prefix + "connectiontimeout", milliseconds(properties.connectTimeout()));
        settings.put(prefix + "timeout", milliseconds(properties.readTimeout()));
        settings.put(prefix + "writetimeout", milliseconds(properties.writeTimeout()));
        settings.put(prefix + "ssl.enable", String.valueOf(server.security() == Security.TLS));
        settings.put(prefix + "starttls.enable", String.valueOf(server.security() == Security.STARTTLS));
        settings.put(prefix + "starttls.required", String.valueOf(server.security() == Security.STARTTLS));
        settings.put(prefix + "ssl.checkserveridentity", "true");
        return settings;
    }

    private static String milliseconds(Duration duration) {
        return String.valueOf(duration.toMillis());
    }
}
