package school.chancery.faults;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/**
 * Counts the commits of the whole product once armed and kills the process, as {@code kill -9} does, before or after
 * one of them. Commands come on standard input: {@code arm before 7}, {@code arm after 7}, {@code count} (arms without
 * killing; each count is printed).
 */
final class CommitWire {
    private enum Side {
        BEFORE,
        AFTER,
        NEVER
    }

    private static final AtomicInteger COMMITS = new AtomicInteger();
    private static volatile boolean armed;
    private static volatile Side side = Side.NEVER;
    private static volatile int at;

    private CommitWire() {}

    interface Commit {
        void run() throws java.sql.SQLException;
    }

    static void around(Commit commit) throws java.sql.SQLException {
        var number = armed ? COMMITS.incrementAndGet() : 0;
        if (number == at && side == Side.BEFORE) die();
        commit.run();
        if (number > 0) System.out.println("COMMIT " + number);
        if (number == at && side == Side.AFTER) die();
    }

    /** Listens for commands until the parent goes; a victim must not outlive its test. */
    static void listen() {
        var thread = new Thread(CommitWire::obey, "commit-wire");
        thread.setDaemon(true);
        thread.start();
    }

    private static void obey() {
        try (var lines = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
            for (var line = lines.readLine(); line != null; line = lines.readLine()) arm(line.split(" "));
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        } finally {
            Runtime.getRuntime().halt(3);
        }
    }

    private static void arm(String[] words) {
        if (words[0].equals("arm")) {
            side = Side.valueOf(words[1].toUpperCase(java.util.Locale.ROOT));
            at = Integer.parseInt(words[2]);
        }
        COMMITS.set(0);
        armed = true;
        System.out.println("ARMED");
    }

    private static void die() {
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
