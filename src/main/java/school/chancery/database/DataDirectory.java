package school.chancery.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Where the server keeps the rows; nothing here ever deletes it. */
record DataDirectory(Path path) {
    private static final Logger log = LoggerFactory.getLogger(DataDirectory.class);

    /** Whether initdb has been here. */
    boolean isStarted() {
        return Files.exists(path.resolve("PG_VERSION"));
    }

    Optional<Postmaster> server() throws IOException {
        return Postmaster.of(path);
    }

    /** Makes the directory fit for a start after whatever ended the last process. */
    void recover() throws IOException {
        var orphan = server();
        if (orphan.isPresent()) stop(orphan.get());
        setUnfinishedAside();
    }

    void markFinished() throws IOException {
        if (!isFinished()) Files.createFile(finishedMark());
    }

    private static void stop(Postmaster orphan) throws IOException {
        log.warn("Stopping the database server {} left behind by a killed process", orphan.pid());
        orphan.stop();
    }

    // initdb killed half way leaves a directory that never starts. Nothing was stored there; still, nothing is deleted.
    private void setUnfinishedAside() throws IOException {
        if (!isStarted() || isFinished()) return;
        var aside = path.resolveSibling("db.unfinished-" + System.currentTimeMillis());
        log.warn("The first start in {} was never finished; its files are kept as {}", path, aside);
        Files.move(path, aside);
    }

    private boolean isFinished() {
        return Files.exists(finishedMark());
    }

    // Inside the directory, so that it travels with a copy or a backup of it.
    private Path finishedMark() {
        return path.resolve("chancery.finished");
    }
}
