package school.chancery.mail;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Mail leaves only through here: written in the transaction of the change, sent by a job afterwards. */
public interface Outbox {
    /** Puts the mail into the outbox in the caller's transaction; the same key again returns the first one's id. */
    UUID owe(OutgoingMail mail);

    Optional<MailState> state(UUID mailId);

    /** Mail about these aggregates that has not gone out, oldest first. */
    List<WaitingMail> waiting(Collection<UUID> about);

    /** Replies matched to the mail, oldest first. */
    List<ReceivedMail> replies(UUID mailId);
}
