package school.chancery.mail.domain;

import java.nio.charset.StandardCharsets;
import java.util.List;
import school.chancery.mail.domain.ImapMailbox.Fetched;

/**
 * What could be read of a mail that came in. All of it is somebody's claim.
 *
 * @param messageId as the sender made it; from the bytes when there is none, so that a second copy is known
 * @param answers Message-IDs it says to answer, the nearest first
 * @param sender bare address, empty when unreadable
 */
record ParsedMail(
        String messageId,
        List<String> answers,
        String sender,
        String subject,
        String text,
        List<Attached> attachments) {

    /** A mail of which there is nothing to say; without bytes its place in the mailbox tells it from others. */
    static ParsedMail unreadable(Fetched mail) {
        var id = mail.raw().length == 0 ? "uid:%d/%d".formatted(mail.uidValidity(), mail.uid()) : ownId(mail.raw());
        return new ParsedMail(id, List.of(), "", "", "", List.of());
    }

    static String ownId(byte[] raw) {
        return "sha256:" + Sha256.hex(raw);
    }

    /** The same for a second copy, whose headers tell another way; the migration of this column computes it too. */
    String contentSha256() {
        var parts = new StringBuilder(hex(sender)).append(hex(subject)).append(hex(text));
        for (var each : attachments) {
            parts.append(hex(each.name())).append(hex(each.mediaType())).append(Sha256.hex(each.bytes()));
        }
        return hex(parts.toString());
    }

    private static String hex(String part) {
        return Sha256.hex(part.getBytes(StandardCharsets.UTF_8));
    }

    /** @param mediaType as claimed; nothing here opens or runs the bytes */
    record Attached(String name, String mediaType, byte[] bytes) {}
}
