package school.chancery.exchange.domain;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import school.chancery.exchange.Wording;
import school.chancery.exchange.file.FileRow;
import school.chancery.exchange.file.Rows;
import school.chancery.exchange.file.UnreadableFileException;

/** Finds the row of headings: the one that names most of the columns. Titles and empty rows may stand above it. */
final class HeadingSearch {
    private static final int ROWS_LOOKED_AT = 20;
    private static final int SAMPLE = 60;
    private static final int TITLE = 200;

    private HeadingSearch() {}

    /**
     * @param row as the file numbers it
     * @param sample the first row below, cut short
     */
    record Found(int row, List<String> titles, List<String> sample) {}

    /** @param known plain wording of a heading → column */
    static @Nullable Found in(Rows rows, Map<String, String> known) throws UnreadableFileException {
        var first = new ArrayList<FileRow>();
        for (var row = rows.next(); row != null && first.size() <= ROWS_LOOKED_AT; row = rows.next()) first.add(row);
        var best = -1;
        var most = 0;
        for (var i = 0; i < Math.min(first.size(), ROWS_LOOKED_AT); i++) {
            var named = named(first.get(i), known);
            if (named > most) {
                most = named;
                best = i;
            }
        }
        return best < 0 ? null : found(first, best);
    }

    private static int named(FileRow row, Map<String, String> known) {
        var columns = new HashSet<String>();
        for (var cell : row.cells()) {
            var column = known.get(Wording.plain(cell));
            if (column != null) columns.add(column);
        }
        return columns.size();
    }

    private static Found found(List<FileRow> rows, int at) {
        var below = at + 1 < rows.size() ? rows.get(at + 1).cells() : List.<String>of();
        return new Found(rows.get(at).number(), cut(rows.get(at).cells(), TITLE), cut(below, SAMPLE));
    }

    // The database keeps no zero character.
    private static List<String> cut(List<String> cells, int longest) {
        return cells.stream()
                .map(cell -> cell.substring(0, Math.min(cell.length(), longest)).replace("\0", ""))
                .toList();
    }
}
