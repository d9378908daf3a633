package school.chancery.mail.domain;

import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeUtility;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import school.chancery.mail.domain.ParsedMail.Attached;

/** Reads a mail as far as it can be read: a part that is broken is left out, the rest stays. */
final class MailParser {
    private static final int LONGEST_TEXT = 100_000;
    private static final int DEEPEST = 10;
    private static final int MOST_PARTS = 100;
    private static final Pattern MESSAGE_ID = Pattern.compile("<[^<>\\s]{3,250}>");

    private final List<String> answers = new ArrayList<>();
    private final List<Attached> attachments = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();
    private int parts;

    private MailParser() {}

    static ParsedMail parse(byte[] raw) {
        return new MailParser().read(raw);
    }

    private ParsedMail read(byte[] raw) {
        try {
            var mail = new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(raw));
            answers.addAll(ids(header(mail, "In-Reply-To")));
            var references = ids(header(mail, "References"));
            // The last of the references is the nearest.
            Collections.reverse(references);
            answers.addAll(references);
            read(mail, 0);
            return new ParsedMail(
                    messageId(mail, raw),
                    answers.stream().distinct().limit(50).toList(),
                    sender(mail),
                    Text.line(decoded(header(mail, "Subject")), 500),
                    Text.lines(text.toString().strip(), LONGEST_TEXT),
                    List.copyOf(attachments));
        } catch (MessagingException unreadable) {
            return new ParsedMail(ParsedMail.ownId(raw), List.of(), "", "", "", List.of());
        }
    }

    private static String messageId(MimeMessage mail, byte[] raw) {
        return ids(header(mail, "Message-ID")).stream().findFirst().orElseGet(() -> ParsedMail.ownId(raw));
    }

    private static List<String> ids(@Nullable String header) {
        var found = MESSAGE_ID.matcher(header == null ? "" : header).results().map(MatchResult::group);
        return found.limit(200).collect(Collectors.toCollection(ArrayList::new));
    }

    private static String sender(MimeMessage mail) {
        try {
            var claimed = header(mail, "From");
            var from = InternetAddress.parseHeader(claimed == null ? "" : claimed, false);
            return from.length == 0 ? "" : Text.line(from[0].getAddress(), 300);
        } catch (MessagingException e) {
            return "";
        }
    }

    private void read(Part part, int depth) {
        if (depth > DEEPEST || ++parts > MOST_PARTS) return;
        try {
            if (part.isMimeType("multipart/*")) readAll(part, depth);
            else if (isAttachment(part)) attach(part);
            else readText(part);
        } catch (MessagingException | IOException | RuntimeException broken) {
            // Left out; the raw bytes are kept beside the text.
        }
    }

    private void readAll(Part part, int depth) throws MessagingException, IOException {
        if (!(part.getContent() instanceof Multipart children)) return;
        var alternative = part.isMimeType("multipart/alternative");
        for (var i = 0; i < children.getCount(); i++) {
            // Of the same text in several forms the plainest comes first.
            if (alternative && text.length() > 0) return;
            read(children.getBodyPart(i), depth + 1);
        }
    }

    private static boolean isAttachment(Part part) throws MessagingException {
        return Part.ATTACHMENT.equalsIgnoreCase(part.getDisposition())
                || name(part) != null
                || !part.isMimeType("text/plain") && !part.isMimeType("text/html");
    }

    private void readText(Part part) throws MessagingException, IOException {
        var content = new String(bytes(part), charset(part));
        var readable = part.isMimeType("text/html") ? HtmlText.of(content) : content;
        if (text.length() > 0) text.append("\n\n");
        text.append(readable.strip());
    }

    private void attach(Part part) throws MessagingException, IOException {
        var bytes = bytes(part);
        var name = Text.line(decoded(name(part)), 150).replaceAll("[/\\\\<>:\"|?*]", "_");
        var type = Text.line(part.getContentType().replaceAll(";.*", "").strip().toLowerCase(Locale.ROOT), 100);
        attachments.add(new Attached(name.isEmpty() ? "file" : name, type, bytes));
        // Last: a copy that cannot be read is still an attachment.
        if (part.isMimeType("message/rfc822") || part.isMimeType("text/rfc822-headers")) rememberReturned(bytes);
    }

    // A notice of non-delivery names our mail only inside the copy it carries.
    private void rememberReturned(byte[] copy) throws MessagingException {
        var returned = new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(copy));
        answers.addAll(ids(header(returned, "Message-ID")));
    }

    private static @Nullable String name(Part part) {
        try {
            return part.getFileName();
        } catch (MessagingException e) {
            return null;
        }
    }

    private static byte[] bytes(Part part) throws MessagingException, IOException {
        try (var stream = part.getInputStream()) {
            return stream.readAllBytes();
        }
    }

    private static Charset charset(Part part) {
        try {
            var name = new jakarta.mail.internet.ContentType(part.getContentType()).getParameter("charset");
            return name == null ? StandardCharsets.UTF_8 : Charset.forName(MimeUtility.javaCharset(name));
        } catch (MessagingException | IllegalArgumentException e) {
            return StandardCharsets.UTF_8;
        }
    }

    private static @Nullable String header(MimeMessage mail, String name) {
        try {
            return mail.getHeader(name, ",");
        } catch (MessagingException e) {
            return null;
        }
    }

    private static String decoded(@Nullable String header) {
        if (header == null) return "";
        try {
            return MimeUtility.decodeText(MimeUtility.unfold(header));
        } catch (java.io.UnsupportedEncodingException e) {
            return header;
        }
    }
}
