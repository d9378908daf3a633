package school.chancery.mail.domain;

import java.util.List;

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

    /** @param mediaType as claimed; nothing here opens or runs the bytes */
    record Attached(String name, String mediaType, byte[] bytes) {}
}
