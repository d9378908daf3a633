package school.chancery.exchange.file;

import java.util.List;

/**
 * One row with something in it.
 *
 * @param number as the person's own program shows it: of the line in a text file, of the row in a workbook
 * @param cells without blanks around; empty = nothing there
 */
public record FileRow(int number, List<String> cells) {
    public FileRow {
        cells = List.copyOf(cells);
    }

    public boolean isBlank() {
        return cells.stream().allMatch(String::isEmpty);
    }

    /** The cell at a position; nothing beyond the last one. */
    public String cell(int position) {
        return position >= 0 && position < cells.size() ? cells.get(position) : "";
    }
}
