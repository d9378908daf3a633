package school.chancery.exchange.file;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * A table as it arrived, recognised by its content; its name says nothing.
 *
 * @param encoding of a text file; null for a workbook
 * @param separator of a text file; null for a workbook
 */
public record TableFile(
        Path path,
        Format format,
        @Nullable Charset encoding,
        @Nullable Character separator) {
    public enum Format {
        XLSX,
        CSV
    }

    private static final int HEAD = 8;

    /** Looks at sizes and shape before anything is parsed. */
    public static TableFile recognize(Path path, FileLimits limits) throws UnreadableFileException {
        try {
            var size = Files.size(path);
            if (size == 0) throw new UnreadableFileException("empty");
            if (size > limits.size().toBytes())
                throw new UnreadableFileException("too-large", limits.size().toMegabytes());
            return recognized(path, limits);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static TableFile recognized(Path path, FileLimits limits) throws IOException, UnreadableFileException {
        var head = head(path);
        if (starts(head, 'P', 'K')) {
            WorkbookInspection.of(path, limits);
            return new TableFile(path, Format.XLSX, null, null);
        }
        // The old binary workbook, and a workbook under a password.
        if (starts(head, 0xD0, 0xCF, 0x11, 0xE0)) throw new UnreadableFileException("old-or-locked");
        if (starts(head, '%', 'P', 'D', 'F') || starts(head, 0xFF, 0xD8, 0xFF) || starts(head, 0x89, 'P', 'N', 'G'))
            throw new UnreadableFileException("no-table");
        if (starts(head, '{', '\\', 'r', 't', 'f') || starts(head, '<', '?', 'x', 'm') || starts(head, '<', 'h', 't'))
            throw new UnreadableFileException("no-table");
        var encoding = TextEncoding.of(path);
        return new TableFile(path, Format.CSV, encoding, CsvRows.separator(path, encoding));
    }

    /** The rows from the first one on; to be closed. */
    public Rows open(FileLimits limits) throws UnreadableFileException {
        if (format == Format.XLSX) return XlsxRows.open(path, limits);
        if (encoding == null || separator == null) throw new IllegalStateException("a text file has an encoding");
        return CsvRows.open(path, encoding, separator, limits);
    }

    private static byte[] head(Path path) throws IOException {
        try (var in = Files.newInputStream(path)) {
            return in.readNBytes(HEAD);
        }
    }

    private static boolean starts(byte[] bytes, int... start) {
        if (bytes.length < start.length) return false;
        for (var i = 0; i < start.length; i++) {
            if ((bytes[i] & 0xFF) != start[i]) return false;
        }
        return true;
    }
}
