package school.chancery.exchange.file;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.springframework.util.unit.DataSize;

/** Reads bytes as the product reads a file somebody sent. */
final class TableReading {
    static final FileLimits LIMITS =
            new FileLimits(DataSize.ofMegabytes(2), DataSize.ofMegabytes(20), 200, 1_000, 50, 500);

    private TableReading() {}

    static List<FileRow> read(byte[] bytes) throws UnreadableFileException {
        var path = temporary(bytes);
        try (var rows = TableFile.recognize(path, LIMITS).open(LIMITS)) {
            var all = new ArrayList<FileRow>();
            for (var row = rows.next(); row != null; row = rows.next()) all.add(row);
            return all;
        } finally {
            delete(path);
        }
    }

    static TableFile recognize(byte[] bytes) throws UnreadableFileException {
        var path = temporary(bytes);
        try {
            return TableFile.recognize(path, LIMITS);
        } finally {
            delete(path);
        }
    }

    private static Path temporary(byte[] bytes) {
        try {
            return Files.write(Files.createTempFile("table-", ".tmp"), bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path path) {
        try {
            Files.delete(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
