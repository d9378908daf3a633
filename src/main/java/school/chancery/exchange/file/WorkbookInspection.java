package school.chancery.exchange.file;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * Looks through a workbook before the reading library sees it: unpacks every part and throws it away while counting, so
 * neither a bomb nor a part that lies about its size gets through, and refuses what would make the library take memory
 * for things that are not there.
 */
final class WorkbookInspection {
    private static final int MOST_PARTS = 1_000;
    private static final int SMALL = 1024 * 1024;
    private static final String WORKBOOK = "xl/workbook.xml";
    private static final Pattern XML = Pattern.compile(".*\\.(xml|rels)", Pattern.CASE_INSENSITIVE);

    private final FileLimits limits;
    private long unpacked;
    private boolean exceeded;

    private WorkbookInspection(FileLimits limits) {
        this.limits = limits;
    }

    static void of(Path path, FileLimits limits) throws UnreadableFileException {
        try (var zip = new ZipFile(path.toFile())) {
            if (zip.size() > MOST_PARTS) throw new UnreadableFileException("bomb");
            refuseOther(zip);
            new WorkbookInspection(limits).inspect(zip);
        } catch (IOException | IllegalArgumentException broken) {
            throw new UnreadableFileException("damaged");
        }
    }

    // The workbook of another office, a text document, any archive.
    private static void refuseOther(ZipFile zip) throws UnreadableFileException {
        if (zip.getEntry("content.xml") != null && zip.getEntry("mimetype") != null)
            throw new UnreadableFileException("other-office");
        if (zip.stream().noneMatch(part -> part.getName().equalsIgnoreCase(WORKBOOK))
                && zip.getEntry("[Content_Types].xml") == null) throw new UnreadableFileException("no-table");
        if (zip.stream().anyMatch(part -> part.getName().startsWith("word/")))
            throw new UnreadableFileException("no-table");
    }

    private void inspect(ZipFile zip) throws UnreadableFileException {
        var shape = new SheetShape();
        var parts = zip.entries();
        while (parts.hasMoreElements()) {
            var part = parts.nextElement();
            if (!part.isDirectory()) inspect(zip, part, shape);
        }
        shape.requireStrings();
    }

    private void inspect(ZipFile zip, ZipEntry part, SheetShape shape) throws UnreadableFileException {
        try (var in = new Counted(zip.getInputStream(part), Math.max(part.getCompressedSize(), 1))) {
            if (XML.matcher(part.getName()).matches()) shape.read(in);
            in.skipAll();
        } catch (IOException broken) {
            throw new UnreadableFileException(exceeded ? "bomb" : "damaged");
        } catch (UnreadableFileException refused) {
            throw exceeded ? new UnreadableFileException("bomb") : refused;
        }
    }

    /** Counts what comes out of a part and stops where it is too much. */
    private final class Counted extends InputStream {
        private final InputStream in;
        private final long packed;
        private long length;

        private Counted(InputStream in, long packed) {
            this.in = in;
            this.packed = packed;
        }

        @Override
        public int read() throws IOException {
            var one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] buffer, int from, int most) throws IOException {
            var read = in.read(buffer, from, most);
            if (read > 0) count(read);
            return read;
        }

        private void count(int read) throws IOException {
            length += read;
            unpacked += read;
            if (unpacked > limits.unpacked().toBytes() || length > SMALL && length / packed > limits.ratio()) {
                exceeded = true;
                throw new IOException("a part without end");
            }
        }

        private void skipAll() throws IOException {
            var buffer = new byte[8192];
            while (read(buffer, 0, buffer.length) >= 0) continue;
        }

        // The reader of XML closes what it has read to the end; the parts go with their archive.
        @Override
        public void close() {}
    }
}
