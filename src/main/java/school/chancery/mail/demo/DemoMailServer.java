package school.chancery.mail.demo;

import com.icegreen.greenmail.store.FolderException;
import com.icegreen.greenmail.store.StoredMessage;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import school.chancery.mail.domain.MailServer;
import school.chancery.mail.domain.MailServers;

/**
 * SMTP and IMAP inside the product, on free ports of 127.0.0.1: what leaves the outbox really goes over SMTP, what is
 * answered really comes by IMAP. It takes mail to any address and forgets everything at the end.
 */
@Component
@Profile("demo")
class DemoMailServer implements MailServers, DisposableBean {
    static final String FROM = "office@chancery.example";
    private static final String HOST = "127.0.0.1";

    private final String password = random();
    private final GreenMail server = new GreenMail(new ServerSetup[] {
        new ServerSetup(0, HOST, ServerSetup.PROTOCOL_SMTP).dynamicPort(),
        new ServerSetup(0, HOST, ServerSetup.PROTOCOL_IMAP).dynamicPort()
    });

    DemoMailServer() {
        server.start();
        server.setUser(FROM, FROM, password);
    }

    /** @param to whose mailbox it lies in */
    record Arrived(String to, StoredMessage mail) {}

    @Override
    public Optional<MailServer> smtp() {
        return Optional.of(new MailServer(HOST, server.getSmtp().getPort(), null, null, MailServer.Security.NONE));
    }

    @Override
    public Optional<MailServer> imap() {
        return Optional.of(new MailServer(HOST, server.getImap().getPort(), FROM, password, MailServer.Security.NONE));
    }

    @Override
    public String from() {
        return FROM;
    }

    /** Everything that has arrived outside, the newest first. */
    List<Arrived> outside() {
        return server.getManagers().getUserManager().listUser().stream()
                .filter(user -> !FROM.equals(user.getEmail()))
                .flatMap(this::mailbox)
                .sorted(Comparator.comparing((Arrived arrived) -> arrived.mail().getReceivedDate())
                        .thenComparing(arrived -> arrived.mail().getUid())
                        .reversed())
                .toList();
    }

    Optional<Arrived> find(String to, long uid) {
        return outside().stream()
                .filter(arrived -> arrived.to().equals(to) && arrived.mail().getUid() == uid)
                .findFirst();
    }

    private Stream<Arrived> mailbox(GreenMailUser user) {
        try {
            var inbox = server.getManagers().getImapHostManager().getInbox(user);
            return inbox.getMessages().stream().map(mail -> new Arrived(user.getEmail(), mail));
        } catch (FolderException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void destroy() {
        server.stop();
    }

    private static String random() {
        var bytes = new byte[24];
        new SecureRandom().nextBytes(bytes);
        return Base64.getUrlEncoder().encodeToString(bytes);
    }
}
