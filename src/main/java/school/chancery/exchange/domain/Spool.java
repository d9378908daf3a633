package school.chancery.exchange.domain;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Files between the request, the disk and the database, a piece at a time. On disk they stand under a random name of
 * ours and only as long as they are read.
 */
@Component
class Spool {
    private static final int PIECE = 256 * 1024;

    private final JdbcTemplate jdbc;

    Spool(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    static Path temporary() {
        try {
            return Files.createTempFile("chancery-", ".import");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void delete(Path path) {
        try {
            Files.deleteIfExists(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Copies to the path, at most one byte more than the limit: enough to see that it is too much. */
    static void copy(InputStream from, Path to, long limit) throws IOException {
        try (var out = Files.newOutputStream(to, StandardOpenOption.TRUNCATE_EXISTING)) {
            var left = limit + 1;
            var buffer = new byte[8192];
            while (left > 0) {
                var read = from.read(buffer, 0, (int) Math.min(buffer.length, left));
                if (read < 0) break;
                out.write(buffer, 0, read);
                left -= read;
            }
        }
    }

    static String sha256(Path path) throws IOException {
        try (var in = Files.newInputStream(path)) {
            var digest = MessageDigest.getInstance("SHA-256");
            for (var piece = in.readNBytes(PIECE); piece.length > 0; piece = in.readNBytes(PIECE)) digest.update(piece);
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    void store(UUID importId, UUID organizationId, Path path) throws IOException {
        try (var in = Files.newInputStream(path)) {
            var position = 0;
            for (var piece = in.readNBytes(PIECE); piece.length > 0; piece = in.readNBytes(PIECE))
                jdbc.update(
                        "insert into exchange.import_pieces (import_id, organization_id, position, bytes) values (?, ?, ?, ?)",
                        importId,
                        organizationId,
                        position++,
                        piece);
        }
    }

    /** Within the caller's transaction, into a temporary file that the caller deletes. */
    Path fetch(UUID importId) throws IOException {
        var path = temporary();
        try (var out = Files.newOutputStream(path)) {
            var position = 0;
            while (true) {
                var piece = jdbc.query(
                        "select bytes from exchange.import_pieces where import_id = ? and position = ?",
                        (row, i) -> row.getBytes(1),
                        importId,
                        position++);
                if (piece.isEmpty()) return path;
                out.write(piece.get(0));
            }
        }
    }
}
