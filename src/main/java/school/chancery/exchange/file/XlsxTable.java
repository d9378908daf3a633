package school.chancery.exchange.file;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;

/** A workbook of one sheet or more, each written row by row and never held. */
public final class XlsxTable implements TableWriter {
    private static final int HELD = 500;
    private static final int WIDTH = 24;
    private static final int LONGEST_NAME = 31;
    private static final int LONGEST_CELL = 32_767;

    private final Workbook workbook;
    private Worksheet sheet;
    private int next;
    private int rows;

    public XlsxTable(OutputStream out, String sheetName) {
        workbook = new Workbook(out, "Chancery", null);
        sheet = workbook.newWorksheet(named(sheetName));
    }

    /** Ends the present sheet; rows written from now on stand on another. */
    public void sheet(String name) throws IOException {
        sheet.finish();
        sheet = workbook.newWorksheet(named(name));
        next = 0;
    }

    @Override
    public void head(List<String> titles) {
        for (var column = 0; column < titles.size(); column++) {
            sheet.width(column, WIDTH);
            sheet.inlineString(next, column, titles.get(column));
            sheet.style(next, column).bold().wrapText(true).set();
        }
        next++;
        sheet.freezePane(0, next);
    }

    @Override
    public void row(@Nullable Object... cells) {
        for (var column = 0; column < cells.length; column++) put(column, cells[column]);
        next++;
        rows++;
        if (next % HELD == 0) flush();
    }

    private void put(int column, @Nullable Object cell) {
        if (cell == null) return;
        if (cell instanceof LocalDate date) {
            sheet.value(next, column, date);
            sheet.style(next, column).format("dd.mm.yyyy").set();
        } else if (cell instanceof Number number) sheet.value(next, column, number);
        else if (cell instanceof Boolean answer) sheet.inlineString(next, column, answer ? "да" : "нет");
        else sheet.inlineString(next, column, cut(Formulas.inText(cell.toString())));
    }

    // A longer text would make the whole workbook unreadable.
    private static String cut(String text) {
        return text.length() <= LONGEST_CELL ? text : text.substring(0, LONGEST_CELL);
    }

    private static String named(String name) {
        var clean = name.replaceAll("[\\[\\]:*?/\\\\]", " ").strip();
        return clean.length() <= LONGEST_NAME
                ? clean
                : clean.substring(0, LONGEST_NAME).strip();
    }

    private void flush() {
        try {
            sheet.flush();
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    @Override
    public int rows() {
        return rows;
    }

    @Override
    public void close() throws IOException {
        sheet.finish();
        workbook.finish();
    }
}
