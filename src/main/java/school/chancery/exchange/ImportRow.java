package school.chancery.exchange;

import org.jspecify.annotations.Nullable;

/** A row whose cells were read, looked at as a whole. */
public interface ImportRow {
    /** Null when the cell is empty or has a fault. */
    @Nullable
    String get(String column);

    void put(String column, @Nullable String value);

    /** Whether the cell has a fault already: no use to complain twice. */
    boolean isFaulty(String column);

    /** @param reason message key */
    void fault(String column, String reason, String... arguments);
}
