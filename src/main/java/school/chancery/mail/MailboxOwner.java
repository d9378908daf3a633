package school.chancery.mail;

import java.util.Optional;
import java.util.UUID;

/**
 * Whose the installation's mailbox is: mail that fits no case is shown there. Answered by a module that knows the
 * organizations; without an answer such mail is kept and counted but shown to nobody.
 */
public interface MailboxOwner {
    Optional<UUID> organizationId();
}
