package school.chancery.exchange.file;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;

/** As Russian Excel opens it by a double click: UTF-8 with its mark, semicolons, dates with points. */
public final class CsvTable implements TableWriter {
    private static final char MARK = '\uFEFF';
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("dd.MM.yyyy");

    private final Writer writer;
    private final CSVPrinter printer;
    private int rows;

    public CsvTable(OutputStream out) throws IOException {
        writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        writer.write(MARK);
        printer = new CSVPrinter(
                writer,
                CSVFormat.Builder.create()
                        .setDelimiter(';')
                        .setRecordSeparator("\r\n")
                        .get());
    }

    @Override
    public void head(List<String> titles) {
        print(titles.toArray());
    }

    @Override
    public void row(@Nullable Object... cells) {
        print(Arrays.stream(cells).map(CsvTable::text).toArray());
        rows++;
    }

    @Override
    public int rows() {
        return rows;
    }

    @Override
    public void close() throws IOException {
        writer.flush();
    }

    private void print(Object[] cells) {
        try {
            printer.printRecord(cells);
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    private static String text(@Nullable Object cell) {
        if (cell == null) return "";
        if (cell instanceof LocalDate date) return DATE.format(date);
        if (cell instanceof Boolean answer) return answer ? "да" : "нет";
        return Formulas.inCsv(cell.toString());
    }
}
