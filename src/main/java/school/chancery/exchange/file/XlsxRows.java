package school.chancery.exchange.file;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.SheetVisibility;
import org.jspecify.annotations.Nullable;

/**
 * The first visible sheet of a workbook that {@link WorkbookInspection} has let through. The reading library answers
 * what it does not expect with runtime exceptions of all kinds: for us that is a damaged file.
 */
final class XlsxRows implements Rows {
    // A sheet formatted down to its last row has a million of them without content.
    private static final int HEADING_ROWS = 20;

    private final ReadableWorkbook workbook;
    private final Stream<Row> stream;
    private final Iterator<Row> rows;
    private final boolean since1904;
    private final FileLimits limits;
    private int taken;

    private XlsxRows(ReadableWorkbook workbook, Stream<Row> stream, FileLimits limits) {
        this.workbook = workbook;
        this.stream = stream;
        this.rows = stream.iterator();
        this.since1904 = workbook.isDate1904();
        this.limits = limits;
    }

    static XlsxRows open(Path path, FileLimits limits) throws UnreadableFileException {
        ReadableWorkbook workbook = null;
        try {
            workbook = new ReadableWorkbook(path.toFile(), new ReadingOptions(true, true));
            var sheet = workbook.getSheets()
                    .filter(each -> each.getVisibility() == SheetVisibility.VISIBLE)
                    .findFirst()
                    .orElseThrow(() -> new UnreadableFileException("no-sheet"));
            return new XlsxRows(workbook, sheet.openStream(), limits);
        } catch (IOException | RuntimeException broken) {
            close(workbook);
            throw new UnreadableFileException("damaged");
        } catch (UnreadableFileException refused) {
            close(workbook);
            throw refused;
        }
    }

    @Override
    public @Nullable FileRow next() throws UnreadableFileException {
        try {
            while (rows.hasNext()) {
                var row = row(rows.next());
                if (!row.isBlank()) return counted(row);
            }
            return null;
        } catch (RuntimeException broken) {
            throw new UnreadableFileException("damaged-after", taken);
        }
    }

    private FileRow row(Row row) throws UnreadableFileException {
        var cells = new ArrayList<String>(Math.min(row.getCellCount(), limits.columns()));
        for (var i = 0; i < row.getCellCount(); i++) {
            var text = row.hasCell(i) ? text(row.getCell(i)) : "";
            if (i < limits.columns()) cells.add(text);
            else if (!text.isEmpty())
                throw new UnreadableFileException("too-many-columns", row.getRowNum(), limits.columns());
        }
        return new FileRow(row.getRowNum(), cells);
    }

    private FileRow counted(FileRow row) throws UnreadableFileException {
        if (++taken > limits.rows() + HEADING_ROWS) throw new UnreadableFileException("too-many-rows", limits.rows());
        return row;
    }

    // Of a formula counts what it came to when the file was saved.
    private String text(@Nullable Cell cell) {
        if (cell == null || cell.getType() == CellType.EMPTY) return "";
        if (cell.getType() == CellType.ERROR) return String.valueOf(cell.getRawValue());
        if (cell.getValue() instanceof BigDecimal number) return number(cell, number);
        if (cell.getValue() instanceof Boolean answer) return answer ? "да" : "нет";
        return cell.getValue() == null ? "" : CellText.clean(cell.getValue().toString());
    }

    private String number(Cell cell, BigDecimal number) {
        var date = DateNumber.isDateFormat(cell.getDataFormatId(), cell.getDataFormatString())
                ? DateNumber.date(number, since1904)
                : null;
        return date == null ? CellText.of(number) : written(date);
    }

    private static String written(LocalDate date) {
        return "%02d.%02d.%04d".formatted(date.getDayOfMonth(), date.getMonthValue(), date.getYear());
    }

    @Override
    public void close() {
        stream.close();
        close(workbook);
    }

    private static void close(@Nullable ReadableWorkbook workbook) {
        try {
            if (workbook != null) workbook.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
