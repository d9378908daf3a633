package school.chancery.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** The running server process of a data directory, as its {@code postmaster.pid} tells. */
record Postmaster(ProcessHandle process) {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /** The live server of exactly this data directory; empty when the file is stale or its pid belongs to somebody else by now. */
    static Optional<Postmaster> of(Path data) throws IOException {
        var file = data.resolve("postmaster.pid");
        if (!Files.exists(file)) return Optional.empty();
        var pid = Long.parseLong(Files.readAllLines(file).get(0).trim());
        return ProcessHandle.of(pid)
                .filter(ProcessHandle::isAlive)
                .filter(process -> serves(process, data))
                .map(Postmaster::new);
    }

    // A reboot may give the pid to another PostgreSQL: the data directory among its arguments tells ours.
    private static boolean serves(ProcessHandle process, Path data) {
        var info = process.info();
        return info.command().filter(command -> command.endsWith("postgres")).isPresent()
                && info.arguments()
                        .filter(arguments -> Arrays.asList(arguments).contains(data.toString()))
                        .isPresent();
    }

    /** Stops the server and waits for its end. SIGINT is its "fast shutdown"; pg_ctl would refuse to run as root. */
    void stop() throws IOException {
        new ProcessBuilder("kill", "-INT", Long.toString(process.pid())).start();
        awaitEnd();
    }

    void awaitEnd() throws IOException {
        try {
            process.onExit().get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (TimeoutException | ExecutionException e) {
            throw new DatabaseRefusedException(Problem.of("orphan-does-not-stop", process.pid()), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted while the database server stops", e);
        }
    }
}
