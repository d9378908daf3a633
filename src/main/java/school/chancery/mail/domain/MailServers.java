package school.chancery.mail.domain;

import java.util.Optional;

/** Where mail goes and where it comes from, now. */
public interface MailServers {
    Optional<MailServer> smtp();

    Optional<MailServer> imap();

    /** The address of the installation's own mailbox. */
    String from();
}
