package school.chancery.mail.domain;

import jakarta.mail.Address;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.Session;
import jakarta.mail.URLName;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.OptionalInt;
import java.util.Set;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.eclipse.angus.mail.smtp.SMTPTransport;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import school.chancery.mail.MailAddress;

/** Hands stored bytes to an SMTP server, one connection a mail, and says how it went; never throws for the server's sake. */
@Component
class SmtpDelivery {
    // Our account or our right to relay, not this mail: others would fare alike, and an administrator can mend it.
    private static final Set<Integer> ABOUT_US = Set.of(530, 534, 535, 538);

    private final MailProperties properties;

    SmtpDelivery(MailProperties properties) {
        this.properties = properties;
    }

    Delivery deliver(MailServer server, String from, String recipient, byte[] message) {
        var to = MailAddress.ascii(recipient);
        if (to.isEmpty()) return new Delivery.Refused("501 this is no e-mail address");
        var session = MailSession.smtp(server, properties, from);
        var transport = new ObservedTransport(session, server);
        try {
            transport.connect(server.host(), server.port(), server.username(), server.password());
        } catch (MessagingException e) {
            close(transport);
            return new Delivery.Postponed(words(e), false, true);
        }
        try {
            transport.sendMessage(
                    new MimeMessage(session, new ByteArrayInputStream(message)),
                    new Address[] {new InternetAddress(to.get())});
            return new Delivery.Accepted(Text.line(transport.getLastServerResponse(), 500));
        } catch (MessagingException e) {
            return failure(e, transport.everythingLeft);
        } finally {
            close(transport);
        }
    }

    private static Delivery failure(MessagingException e, boolean everythingLeft) {
        var code = code(e);
        if (code.isEmpty()) return new Delivery.Postponed(words(e), everythingLeft, false);
        var aboutUs = ABOUT_US.contains(code.getAsInt()) || code.getAsInt() == 421;
        return code.getAsInt() >= 500 && !aboutUs
                ? new Delivery.Refused(words(e))
                : new Delivery.Postponed(words(e), false, aboutUs);
    }

    /** The server's answer to this mail; a broken connection has none. */
    private static OptionalInt code(@Nullable Exception e) {
        for (var next = e; next instanceof MessagingException mail; next = mail.getNextException()) {
            var code = codeOf(mail);
            if (code >= 400) return OptionalInt.of(code);
        }
        return OptionalInt.empty();
    }

    private static int codeOf(MessagingException e) {
        if (e instanceof SMTPAddressFailedException address) return address.getReturnCode();
        if (e instanceof SMTPSenderFailedException sender) return sender.getReturnCode();
        if (e instanceof SMTPSendFailedException send) return send.getReturnCode();
        return -1;
    }

    private static String words(MessagingException e) {
        var said = e;
        while (e instanceof SendFailedException && said.getNextException() instanceof MessagingException next)
            said = next;
        var kind = e instanceof AuthenticationFailedException ? "sign-in: " : "";
        var cause = said.getNextException() instanceof IOException io ? " (" + io.getMessage() + ")" : "";
        return Text.line(kind + said.getMessage() + cause, 500);
    }

    private static void close(SMTPTransport transport) {
        try {
            transport.close();
        } catch (MessagingException e) {
            // What the server answered to the mail is known already; its farewell changes nothing.
        }
    }

    /** Knows whether the end of the message was on the wire when something broke. */
    private static final class ObservedTransport extends SMTPTransport {
        private boolean everythingLeft;

        ObservedTransport(Session session, MailServer server) {
            super(session, new URLName("smtp", server.host(), server.port(), null, null, null));
        }

        @Override
        protected void finishData() throws IOException, MessagingException {
            everythingLeft = true;
            super.finishData();
        }
    }
}
