package school.chancery.mail.domain;

import jakarta.activation.DataHandler;
import jakarta.activation.MimeType;
import jakarta.activation.MimeTypeParseException;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.util.ByteArrayDataSource;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Properties;
import java.util.UUID;
import school.chancery.mail.MailAddress;
import school.chancery.mail.OutgoingMail;
import school.chancery.mail.OutgoingMail.Attachment;

/**
 * A mail as it will stand on the wire, made once: what is sent again after a crash is the same to the byte, with the
 * same Message-ID, so a receiver can know it for the same.
 *
 * @param subject with the case's reference
 */
record FrozenMail(
        UUID id,
        String recipient,
        String subject,
        String body,
        List<String> attachmentNames,
        String messageId,
        byte[] bytes) {
    private static final int LONGEST_SUBJECT = 200;
    private static final int LONGEST_BODY = 100_000;

    static FrozenMail of(OutgoingMail mail, String from, Instant now) {
        var id = UUID.randomUUID();
        var messageId = "<%s@%s>".formatted(id, from.substring(from.lastIndexOf('@') + 1));
        var names = mail.attachments().stream().map(FrozenMail::name).toList();
        var draft = new FrozenMail(
                id,
                Text.line(mail.to(), 300),
                subject(mail),
                Text.lines(mail.text(), LONGEST_BODY),
                names,
                messageId,
                new byte[0]);
        try {
            return draft.with(draft.render(mail.attachments(), from, now));
        } catch (MessagingException | IOException e) {
            throw new IllegalStateException("mail could not be rendered", e);
        }
    }

    private static String subject(OutgoingMail mail) {
        var subject = Text.line(mail.subject(), LONGEST_SUBJECT);
        var reference = Text.line(mail.caseReference(), 60);
        return reference.isEmpty() || subject.contains("[" + reference + "]")
                ? subject
                : subject + " [" + reference + "]";
    }

    private static String name(Attachment attachment) {
        var name = Text.line(attachment.name(), 150).replaceAll("[/\\\\<>:\"|?*]", "_");
        return name.isEmpty() ? "file" : name;
    }

    private FrozenMail with(byte[] rendered) {
        return new FrozenMail(id, recipient, subject, body, attachmentNames, messageId, rendered);
    }

    private byte[] render(List<Attachment> attachments, String from, Instant now)
            throws MessagingException, IOException {
        var message = new MimeMessage(Session.getInstance(new Properties()));
        message.setFrom(new InternetAddress(from));
        // A wrong address never reaches a header; the sender gives such a mail up without asking a server.
        var to = MailAddress.ascii(recipient);
        if (to.isPresent()) message.setRecipient(RecipientType.TO, new InternetAddress(to.get()));
        message.setSubject(subject, "UTF-8");
        message.setSentDate(Date.from(now));
        message.setContent(content(attachments));
        message.saveChanges();
        // After saveChanges, which would put one of its own.
        message.setHeader("Message-ID", messageId);
        var bytes = new ByteArrayOutputStream();
        message.writeTo(bytes);
        return bytes.toByteArray();
    }

    private MimeMultipart content(List<Attachment> attachments) throws MessagingException {
        var parts = new MimeMultipart();
        var text = new MimeBodyPart();
        text.setText(body, "UTF-8");
        parts.addBodyPart(text);
        for (var i = 0; i < attachments.size(); i++)
            parts.addBodyPart(part(attachments.get(i), attachmentNames.get(i)));
        return parts;
    }

    private static MimeBodyPart part(Attachment attachment, String name) throws MessagingException {
        var part = new MimeBodyPart();
        part.setDataHandler(
                new DataHandler(new ByteArrayDataSource(attachment.bytes(), mediaType(attachment.mediaType()))));
        part.setFileName(name);
        part.setDisposition(Part.ATTACHMENT);
        part.setHeader("Content-Transfer-Encoding", "base64");
        return part;
    }

    private static String mediaType(String claimed) {
        try {
            var type = new MimeType(Text.line(claimed, 100));
            return type.getBaseType();
        } catch (MimeTypeParseException e) {
            return "application/octet-stream";
        }
    }
}
