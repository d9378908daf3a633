package school.chancery.exchange;

import java.util.List;

/**
 * One column of a kind.
 *
 * @param code snake case: its name in SQL
 * @param headings by which schools' files call it, beside its own title; any case, ё or е
 */
public record ImportColumn(String code, CellType type, boolean required, List<String> headings) {
    public ImportColumn {
        headings = List.copyOf(headings);
        if (!code.matches("[a-z]+(_[a-z]+)*")) throw new IllegalArgumentException("no name for a column: " + code);
    }

    public static ImportColumn required(String code, CellType type, String... headings) {
        return new ImportColumn(code, type, true, List.of(headings));
    }

    public static ImportColumn optional(String code, CellType type, String... headings) {
        return new ImportColumn(code, type, false, List.of(headings));
    }
}
