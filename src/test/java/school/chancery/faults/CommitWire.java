package school.chancery.faults;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/**
 * Sees the writing commits of the whole product and kills the process, as {@code kill -9} does, before or after one of
 * them. One command comes on standard input as a line, see {@link Fatal}. Each commit is printed with what it wrote.
 */
final class CommitWire {
    private static final AtomicInteger COMMITS = new AtomicInteger();
    private static final CountDownLatch ARMED = new CountDownLatch(1);
    private static volatile Fatal fatal = Fatal.NEVER;

    private CommitWire() {}

    interface Commit {
        void run() throws SQLException;
    }

    static void around(Set<String> written, Commit commit) throws SQLException {
        if (written.isEmpty()) {
            commit.run();
            return;
        }
        var kind = String.join(",", written);
        var number = COMMITS.incrementAndGet();
        if (fatal.before(number, written)) die(kind);
        commit.run();
        System.out.println("COMMIT " + number + " " + kind);
        if (fatal.after(number, written)) die(kind);
    }

    /** For work that begins by itself: not before it is said where it ends. */
    static void awaitArmed() {
        try {
            ARMED.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Listens for commands until the parent goes; a victim must not outlive its test. */
    static void listen() {
        var thread = new Thread(CommitWire::obey, "commit-wire");
        thread.setDaemon(true);
        thread.start();
    }

    private static void obey() {
        try (var lines = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                fatal = Fatal.read(line);
                COMMITS.set(0);
                System.out.println("ARMED");
                ARMED.countDown();
            }
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        } finally {
            Runtime.getRuntime().halt(3);
        }
    }

    private static void die(String kind) {
        System.out.println("DIES " + kind);
        try {
            new ProcessBuilder(
                            "kill", "-9", Long.toString(ProcessHandle.current().pid()))
                    .start();
        } catch (IOException e) {
            Runtime.getRuntime().halt(137);
        }
        while (true) LockSupport.parkNanos(1_000_000_000L);
    }
}
