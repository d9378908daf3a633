package school.chancery.mail.domain;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;

/** An SMTP server that fails where it is told to; everything it has taken to the last dot it keeps, as bytes. */
final class ScriptedSmtpServer implements AutoCloseable {
    enum Act {
        ACCEPT,
        GREET_554,
        /** Takes the connection and says nothing. */
        SILENT,
        SILENT_AFTER_DOT,
        NO_SUCH_RECIPIENT_550,
        GREYLISTED_451,
        TOO_LARGE_552,
        BUSY_421,
        DROP_BEFORE_DATA,
        /** Has the mail, and the connection breaks before it says so. */
        DROP_AFTER_DOT
    }

    private final ServerSocket socket;
    private final IntFunction<Act> script;
    private final AtomicInteger connections = new AtomicInteger();
    private final List<byte[]> kept = new CopyOnWriteArrayList<>();
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();

    private ScriptedSmtpServer(IntFunction<Act> script) throws IOException {
        this.script = script;
        socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        daemon(this::accept);
    }

    /** The acts in turn, the last one for ever. */
    static ScriptedSmtpServer that(Act... acts) throws IOException {
        return of(connection -> acts[Math.min(connection, acts.length - 1)]);
    }

    /** @param script what to do with the n-th connection, from 0 */
    static ScriptedSmtpServer of(IntFunction<Act> script) throws IOException {
        return new ScriptedSmtpServer(script);
    }

    MailServer address() {
        return new MailServer("127.0.0.1", socket.getLocalPort(), null, null, MailServer.Security.NONE);
    }

    List<byte[]> kept() {
        return kept;
    }

    int connections() {
        return connections.get();
    }

    private void accept() {
        while (!socket.isClosed()) {
            try {
                var client = socket.accept();
                open.add(client);
                var act = script.apply(connections.getAndIncrement());
                daemon(() -> serve(client, act));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void serve(Socket client, Act act) {
        try (client) {
            converse(client, act);
        } catch (IOException | UncheckedIOException gone) {
            // The other side has hung up, or we have: both are part of the play.
        } finally {
            open.remove(client);
        }
    }

    private void converse(Socket client, Act act) throws IOException {
        var in = new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.ISO_8859_1));
        var out = client.getOutputStream();
        if (act == Act.SILENT) {
            in.read();
            in.read();
            return;
        }
        say(out, act == Act.GREET_554 ? "554 no service for you" : "220 scripted");
        for (var line = in.readLine(); line != null; line = in.readLine()) {
            if (line.startsWith("QUIT")) return;
            if (line.startsWith("DATA")) {
                if (act == Act.DROP_BEFORE_DATA) return;
                say(out, "354 go on");
                var message = message(in);
                if (act == Act.TOO_LARGE_552) {
                    say(out, "552 too large");
                    continue;
                }
                kept.add(message);
                if (act == Act.DROP_AFTER_DOT) return;
                if (act == Act.SILENT_AFTER_DOT) in.read();
                say(out, "250 taken");
            } else if (line.startsWith("RCPT")) say(out, recipient(act));
            else say(out, "250 fine");
        }
    }

    private static String recipient(Act act) {
        return switch (act) {
            case NO_SUCH_RECIPIENT_550 -> "550 no such user here";
            case GREYLISTED_451 -> "451 come again later";
            case BUSY_421 -> "421 closing";
            default -> "250 fine";
        };
    }

    private static byte[] message(BufferedReader in) throws IOException {
        var text = new StringBuilder();
        for (var line = in.readLine(); !".".equals(line); line = in.readLine()) {
            if (line == null) throw new IOException("cut off");
            text.append(line.startsWith(".") ? line.substring(1) : line).append("\r\n");
        }
        return text.toString().getBytes(StandardCharsets.ISO_8859_1);
    }

    private static void say(OutputStream out, String line) throws IOException {
        out.write((line + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
        out.flush();
    }

    private static void daemon(Runnable work) {
        var thread = new Thread(work, "scripted-smtp");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() throws IOException {
        socket.close();
        for (var client : open) client.close();
    }
}
