package school.chancery.faults;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** One run of the product as a child process. */
final class Victim implements AutoCloseable {
    private final Process process;
    private final PrintStream commands;
    private final LinkedBlockingQueue<String> said = new LinkedBlockingQueue<>();
    private final List<String> log = new ArrayList<>();
    private final Thread reader;
    private volatile int commits;
    private volatile @Nullable String diedOf;
    private final int port;

    private Victim(Process process) {
        this.process = process;
        this.commands = new PrintStream(process.getOutputStream(), true, StandardCharsets.UTF_8);
        reader = new Thread(this::read, "victim-output");
        reader.setDaemon(true);
        reader.start();
        this.port = Integer.parseInt(await("READY ", 180));
    }

    static Victim start(Map<String, String> properties) {
        var command = new ArrayList<String>();
        command.add(java());
        command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmx512m", "-cp"));
        command.add(System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")));
        command.add(CrashVictim.class.getName());
        properties.forEach((key, value) -> command.add("--" + key + "=" + value));
        try {
            return new Victim(
                    new ProcessBuilder(command).redirectErrorStream(true).start());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String url() {
        return "http://localhost:" + port;
    }

    /** From here on the commits count anew, and the one that is fatal kills. */
    void arm(Fatal fatal) {
        commands.println(fatal.line());
        await("ARMED", 10);
    }

    void countCommits() {
        arm(Fatal.NEVER);
    }

    int commits() {
        return commits;
    }

    /** What the commit wrote at which it died; nothing of one that lives or was ended otherwise. */
    Optional<String> diedOf() {
        try {
            reader.join(10_000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return Optional.ofNullable(diedOf);
    }

    boolean isAlive() {
        return process.isAlive();
    }

    List<String> log() {
        synchronized (log) {
            return List.copyOf(log);
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
        try {
            process.waitFor(30, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void read() {
        try (var lines = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (var line = lines.readLine(); line != null; line = lines.readLine()) hear(line);
        } catch (IOException gone) {
            said.add("GONE");
        }
        said.add("GONE");
    }

    private void hear(String line) {
        synchronized (log) {
            log.add(line);
        }
        if (line.startsWith("COMMIT ")) commits = Integer.parseInt(line.split(" ")[1]);
        else if (line.startsWith("DIES ")) diedOf = line.substring(5);
        else if (line.startsWith("READY ") || line.equals("ARMED")) said.add(line);
    }

    private String await(String word, int seconds) {
        try {
            var line = said.poll(seconds, TimeUnit.SECONDS);
            if (line == null || !line.startsWith(word)) {
                var all = log();
                throw new IllegalStateException("the product did not say " + word + ":\n"
                        + String.join("\n", all.subList(Math.max(0, all.size() - 60), all.size())));
            }
            return line.substring(word.length());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String java() {
        return System.getProperty("java.home") + File.separator + "bin" + File.separator + "java";
    }
}
