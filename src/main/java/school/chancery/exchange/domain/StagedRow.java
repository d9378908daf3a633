package school.chancery.exchange.domain;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import school.chancery.exchange.CellType;
import school.chancery.exchange.ImportColumn;
import school.chancery.exchange.ImportKind;
import school.chancery.exchange.ImportRow;
import school.chancery.exchange.file.FileLimits;
import school.chancery.exchange.file.FileRow;

/** One row of a file on its way into staging: its cells read by the columns of the kind, its faults collected. */
final class StagedRow implements ImportRow {
    private static final Pattern NOT_STORABLE = Pattern.compile("[\\p{Cc}\\uFFFD\\p{Cs}]");

    private final int number;
    private final List<ImportColumn> columns;
    private final @Nullable String[] cells;
    private final List<Fault> faults = new ArrayList<>();
    private final Set<String> faulty = new HashSet<>();

    /** @param column null = the row as a whole */
    record Fault(int row, @Nullable String column, String reason, List<String> arguments) {}

    private StagedRow(int number, List<ImportColumn> columns) {
        this.number = number;
        this.columns = columns;
        this.cells = new String[columns.size()];
    }

    static StagedRow read(FileRow row, ImportKind kind, List<Integer> mapping, FileLimits limits) {
        var staged = new StagedRow(row.number(), kind.columns());
        for (var i = 0; i < staged.cells.length; i++) staged.read(i, row.cell(mapping.get(i)), limits);
        kind.complete(staged);
        return staged;
    }

    private void read(int at, String text, FileLimits limits) {
        var column = columns.get(at);
        if (text.isEmpty()) {
            if (column.required()) fault(column.code(), "exchange.cell.empty");
        } else if (text.length() > limits.cell()) {
            fault(
                    column.code(),
                    "exchange.cell.too-long",
                    String.valueOf(limits.cell()),
                    String.valueOf(text.length()));
        } else if (NOT_STORABLE.matcher(text).find()) {
            fault(column.code(), "exchange.cell.unreadable");
        } else if (text.matches("#(REF|N/A|VALUE|NAME|DIV/0|NUM|NULL)[!?]?.*")) {
            fault(column.code(), "exchange.cell.formula-error", text);
        } else {
            take(at, column, text);
        }
    }

    private void take(int at, ImportColumn column, String text) {
        var answer = column.type().read(text);
        if (answer instanceof CellType.Value value) cells[at] = value.text();
        else if (answer instanceof CellType.Fault fault)
            fault(column.code(), fault.reason(), fault.arguments().toArray(String[]::new));
    }

    int number() {
        return number;
    }

    @Nullable
    String[] cells() {
        return Arrays.copyOf(cells, cells.length);
    }

    List<Fault> faults() {
        return faults;
    }

    @Override
    public @Nullable String get(String column) {
        return cells[position(column)];
    }

    @Override
    public void put(String column, @Nullable String value) {
        cells[position(column)] = value;
    }

    @Override
    public boolean isFaulty(String column) {
        return faulty.contains(column);
    }

    @Override
    public void fault(String column, String reason, String... arguments) {
        faulty.add(column);
        faults.add(new Fault(number, column, reason, List.of(arguments)));
    }

    private int position(String column) {
        for (var i = 0; i < columns.size(); i++) if (columns.get(i).code().equals(column)) return i;
        throw new IllegalArgumentException("no column " + column);
    }
}
