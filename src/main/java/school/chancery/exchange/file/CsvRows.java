package school.chancery.exchange.file;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/** A text file of rows. Only one row is held at a time, and no row may grow without end. */
final class CsvRows implements Rows {
    private static final char[] SEPARATORS = {';', '\t', ',', '|'};
    private static final int LINES_LOOKED_AT = 20;
    private static final int MARK = 0xFEFF;
    private static final int SEEN = 64 * 1024;

    private final BoundedReader text;
    private final CSVParser parser;
    private final Iterator<CSVRecord> records;
    private final FileLimits limits;
    private int rows;
    private int line = 1;

    private CsvRows(BoundedReader text, CSVParser parser, FileLimits limits) {
        this.text = text;
        this.parser = parser;
        this.records = parser.iterator();
        this.limits = limits;
    }

    static CsvRows open(Path path, Charset encoding, char separator, FileLimits limits) throws UnreadableFileException {
        try {
            var text = new BoundedReader(reader(path, encoding), limits.columns() * (limits.cell() + 3));
            var format = CSVFormat.Builder.create()
                    .setDelimiter(separator)
                    .setQuote('"')
                    .setIgnoreEmptyLines(false)
                    .setTrailingData(true)
                    .get();
            return new CsvRows(text, CSVParser.parse(text, format), limits);
        } catch (IOException e) {
            throw new UnreadableFileException("damaged");
        }
    }

    @Override
    public @Nullable FileRow next() throws UnreadableFileException {
        for (var record = record(); record != null; record = record()) {
            var row = row(record, line);
            line += lines(record);
            if (!row.isBlank()) return counted(row);
        }
        return null;
    }

    private @Nullable CSVRecord record() throws UnreadableFileException {
        text.startRow();
        try {
            return records.hasNext() ? records.next() : null;
        } catch (UncheckedIOException | IllegalStateException broken) {
            throw new UnreadableFileException(text.isExceeded() ? "row-too-long" : "quotes", line);
        }
    }

    // A row with line breaks within its cells is known by its first line; the parser's own count is of the last.
    private static int lines(CSVRecord record) {
        var lines = 1;
        for (var cell : record) {
            for (var at = 0; at < cell.length(); at++) {
                var character = cell.charAt(at);
                if (character == '\n' || character == '\r' && (at + 1 == cell.length() || cell.charAt(at + 1) != '\n'))
                    lines++;
            }
        }
        return lines;
    }

    private FileRow row(CSVRecord record, int number) throws UnreadableFileException {
        var cells = new ArrayList<String>(Math.min(record.size(), limits.columns()));
        for (var i = 0; i < record.size(); i++) {
            var cell = CellText.clean(record.get(i));
            if (cells.size() == limits.columns()) {
                if (!cell.isEmpty()) throw new UnreadableFileException("too-many-columns", number, limits.columns());
            } else cells.add(cell);
        }
        return new FileRow(number, cells);
    }

    private FileRow counted(FileRow row) throws UnreadableFileException {
        if (++rows > limits.rows() + LINES_LOOKED_AT) throw new UnreadableFileException("too-many-rows", limits.rows());
        return row;
    }

    @Override
    public void close() {
        try {
            parser.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The separator that parts the first lines most evenly and most often. */
    static char separator(Path path, Charset encoding) throws IOException {
        var lines = firstLines(path, encoding);
        var best = SEPARATORS[0];
        var most = 0L;
        for (var each : SEPARATORS) {
            var found =
                    lines.stream().mapToLong(line -> count(line, each)).max().orElse(0);
            if (found > most) {
                most = found;
                best = each;
            }
        }
        return best;
    }

    private static List<String> firstLines(Path path, Charset encoding) throws IOException {
        var seen = new char[SEEN];
        int length;
        try (var reader = reader(path, encoding)) {
            length = Math.max(0, reader.read(seen));
        }
        return new String(seen, 0, length).lines().limit(LINES_LOOKED_AT).toList();
    }

    private static long count(String line, char separator) {
        var quoted = false;
        var found = 0L;
        for (var i = 0; i < line.length(); i++) {
            var character = line.charAt(i);
            if (character == '"') quoted = !quoted;
            else if (character == separator && !quoted) found++;
        }
        return found;
    }

    // A letter that is none shows as U+FFFD and is told at its cell.
    private static Reader reader(Path path, Charset encoding) throws IOException {
        var decoder = encoding.newDecoder()
                .onMalformedInput(CodingErrorAction.REPLACE)
                .onUnmappableCharacter(CodingErrorAction.REPLACE);
        var reader = new BufferedReader(new InputStreamReader(Files.newInputStream(path), decoder));
        reader.mark(1);
        if (reader.read() != MARK) reader.reset();
        return reader;
    }
}
