package school.chancery.database;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;

/** The directory of one embedded installation, held by at most one process and readable by its owner only. */
final class Home implements AutoCloseable {
    private final Path path;
    private final FileChannel lock;

    private Home(Path path, FileChannel lock) {
        this.path = path;
        this.lock = lock;
    }

    static Home take(Path wanted) throws IOException {
        var path = Files.createDirectories(wanted.toAbsolutePath()).toRealPath();
        requireOwn(path);
        if (isPosix(path)) Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwx------"));
        if (Files.exists(path.resolve("db"))) requireOwn(path.resolve("db"));
        return new Home(path, locked(path));
    }

    Path path() {
        return path;
    }

    DataDirectory data() {
        return new DataDirectory(path.resolve("db"));
    }

    Path binaries() {
        return path.resolve("pg");
    }

    /** What initdb, pg_ctl and the server say before the server has opened its own log. */
    Path startLog() {
        return path.resolve("server.log");
    }

    static boolean isPosix(Path path) throws IOException {
        return Files.getFileStore(path).supportsFileAttributeView("posix");
    }

    // The operating system frees the lock with the process, however that ends; the file itself stays.
    private static FileChannel locked(Path path) throws IOException {
        var channel = FileChannel.open(path.resolve("app.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        if (isFree(channel)) return channel;
        channel.close();
        throw new DatabaseRefusedException(Problem.of("home-in-use", path));
    }

    private static boolean isFree(FileChannel channel) throws IOException {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException heldByThisProcess) {
            return false;
        }
    }

    // Compared with the owner of a file just made: a container's user often has no name to look up.
    private static void requireOwn(Path path) throws IOException {
        var probe = Files.createTempFile("chancery", ".owner");
        try {
            var owner = Files.getOwner(path);
            var user = Files.getOwner(probe);
            if (!owner.equals(user))
                throw new DatabaseRefusedException(Problem.of("home-of-other-user", path, owner, user));
        } finally {
            Files.delete(probe);
        }
    }

    @Override
    public void close() throws IOException {
        lock.close();
    }
}
