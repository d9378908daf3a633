package school.chancery.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** The running server process of a data directory, as its {@code postmaster.pid} tells. */
record Postmaster(ProcessHandle process) {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /** The live server of exactly this data directory; empty when the file is stale or its pid is somebody else's by now. */
    static Optional<Postmaster> of(Path data) throws IOException {
        var file = data.resolve("postmaster.pid");
        if (!Files.exists(file)) return Optional.empty();
        var lines = Files.readAllLines(file);
        return lines.isEmpty()
                ? Optional.empty()
                : of(Long.parseLong(lines.get(0).trim()), data);
    }

    private static Optional<Postmaster> of(long pid, Path data) {
        return ProcessHandle.of(pid)
                .filter(ProcessHandle::isAlive)
                .filter(process -> serves(process.info(), data))
                .map(Postmaster::new);
    }

    // A reboot may give the pid to another PostgreSQL: the data directory among its arguments tells ours.
    private static boolean serves(ProcessHandle.Info process, Path data) {
        var arguments = process.arguments().map(List::of).orElse(List.of());
        return process.command().orElse("").endsWith("postgres") && arguments.contains(data.toString());
    }

    long pid() {
        return process.pid();
    }

    /** Stops the server and waits for its end. SIGINT is its "fast shutdown"; pg_ctl would refuse to run as root. */
    void stop() throws IOException {
        new ProcessBuilder("kill", "-INT", Long.toString(pid())).start();
        awaitEnd();
    }

    void awaitEnd() throws IOException {
        try {
            process.onExit().get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (TimeoutException | ExecutionException e) {
            throw new DatabaseRefusedException(Problem.of("orphan-does-not-stop", pid()), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted while the database server stops", e);
        }
    }
}
