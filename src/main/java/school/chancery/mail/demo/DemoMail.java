package school.chancery.mail.demo;

import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import school.chancery.mail.demo.DemoMailServer.Arrived;

/** A mail of ours as its receiver sees it. */
record DemoMail(String to, long uid, String subject, String text, Instant arrivedAt, List<String> attachments) {
    static DemoMail of(Arrived arrived) {
        try {
            var mail = arrived.mail().getMimeMessage();
            var parts = parts(mail.getContent());
            var text = parts.isEmpty() ? mail.getContent() : parts.get(0).getContent();
            var names = new ArrayList<String>();
            for (var part : parts) if (part.getFileName() != null) names.add(part.getFileName());
            return new DemoMail(
                    arrived.to(),
                    arrived.mail().getUid(),
                    String.valueOf(mail.getSubject()),
                    text.toString(),
                    arrived.mail().getReceivedDate().toInstant(),
                    List.copyOf(names));
        } catch (MessagingException | IOException e) {
            throw new IllegalStateException("a mail of our own cannot be read", e);
        }
    }

    private static List<BodyPart> parts(Object content) throws MessagingException {
        var parts = new ArrayList<BodyPart>();
        if (content instanceof Multipart all) for (var i = 0; i < all.getCount(); i++) parts.add(all.getBodyPart(i));
        return parts;
    }
}
