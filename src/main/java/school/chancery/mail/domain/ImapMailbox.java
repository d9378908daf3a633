package school.chancery.mail.domain;

import jakarta.mail.FetchProfile;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessageRemovedException;
import jakarta.mail.MessagingException;
import jakarta.mail.Store;
import jakarta.mail.UIDFolder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads what is new in a mailbox, by UID and not by the seen mark: people may open the mailbox too. */
@Component
class ImapMailbox {
    private final MailProperties properties;
    private final Clock clock;

    ImapMailbox(MailProperties properties, Clock clock) {
        this.properties = properties;
        this.clock = clock;
    }

    /**
     * @param raw of a mail above the limit only the headers
     * @param fault why the server's answer could not be understood; there are no bytes then
     */
    record Fetched(
            long uidValidity,
            long uid,
            Instant receivedAt,
            byte[] raw,
            boolean tooLarge,
            @Nullable String fault) {}

    private record Numbered(long uid, Message message) {}

    /**
     * Hands over each mail after the given place, oldest first, until the taker says no.
     *
     * @param lastUid ignored when the server has numbered the mailbox anew
     */
    void readAfter(MailServer server, long uidValidity, long lastUid, Predicate<Fetched> taker)
            throws MessagingException, IOException {
        try (var store = MailSession.imap(server, properties).getStore("imap")) {
            store.connect(server.host(), server.port(), server.username(), server.password());
            read(store, uidValidity, lastUid, taker);
        }
    }

    private void read(Store store, long uidValidity, long lastUid, Predicate<Fetched> taker)
            throws MessagingException, IOException {
        try (var folder = store.getFolder(properties.imapFolder())) {
            folder.open(Folder.READ_ONLY);
            var numbers = (UIDFolder) folder;
            var after = numbers.getUIDValidity() == uidValidity ? lastUid : 0;
            for (var mail : newer(folder, numbers, after)) {
                var fetched = fetch(folder, mail, numbers.getUIDValidity());
                if (fetched.isPresent() && !taker.test(fetched.get())) return;
            }
        }
    }

    private Optional<Fetched> fetch(Folder folder, Numbered mail, long uidValidity)
            throws MessagingException, IOException {
        try {
            return Optional.of(fetch(mail, uidValidity));
        } catch (MessageRemovedException somebodyDeletedIt) {
            return Optional.empty();
        } catch (MessagingException | IOException | RuntimeException broken) {
            // With the connection gone it is the server's trouble and not this mail's.
            if (!folder.isOpen()) throw broken;
            var fault = broken.getClass().getName();
            return Optional.of(new Fetched(uidValidity, mail.uid(), clock.instant(), new byte[0], false, fault));
        }
    }

    private static List<Numbered> newer(Folder folder, UIDFolder numbers, long after) throws MessagingException {
        // A range that begins beyond the end gives the last mail: RFC 3501, 6.4.8.
        var found = numbers.getMessagesByUID(after + 1, UIDFolder.LASTUID);
        var profile = new FetchProfile();
        profile.add(UIDFolder.FetchProfileItem.UID);
        profile.add(FetchProfile.Item.SIZE);
        folder.fetch(found, profile);
        var newer = new ArrayList<Numbered>();
        for (var message : found) newer.add(new Numbered(numbers.getUID(message), message));
        newer.removeIf(mail -> mail.uid() <= after);
        newer.sort(Comparator.comparingLong(Numbered::uid));
        return newer;
    }

    private Fetched fetch(Numbered mail, long uidValidity) throws MessagingException, IOException {
        var message = mail.message();
        var tooLarge = message.getSize() > properties.largestReceived().toBytes();
        var arrived = message.getReceivedDate();
        return new Fetched(
                uidValidity,
                mail.uid(),
                arrived == null ? clock.instant() : arrived.toInstant(),
                tooLarge ? headers(message) : whole(message),
                tooLarge,
                null);
    }

    private static byte[] whole(Message message) throws MessagingException, IOException {
        var bytes = new ByteArrayOutputStream();
        message.writeTo(bytes);
        return bytes.toByteArray();
    }

    private static byte[] headers(Message message) throws MessagingException {
        var text = new StringBuilder();
        for (var header : Collections.list(message.getAllHeaders())) {
            text.append(header.getName()).append(": ").append(header.getValue()).append("\r\n");
        }
        return text.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1);
    }
}
