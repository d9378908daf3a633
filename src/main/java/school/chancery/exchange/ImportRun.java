package school.chancery.exchange;

import java.time.LocalDate;
import java.util.UUID;

/**
 * The rows of one import for the SQL of its kind. In each statement {@code {file}} stands for a subquery with {@code
 * row_no}, {@code target_id}, {@code outcome}, {@code before}, {@code linked} (rows
 * of the register the kind has found in its check) and the kind's columns by their codes and types; {@code
 * :import}, {@code :organization} and {@code :today} are bound.
 */
public interface ImportRun {
    UUID importId();

    UUID organizationId();

    LocalDate today();

    /** Runs a statement and says how many rows it touched. */
    int execute(String sql);

    /** Whether the query has a row. */
    boolean finds(String sql);

    /**
     * A fault at each row the query gives.
     *
     * @param reason message key
     * @param query of {@code row_no} and a {@code text[]} of the message's arguments
     */
    void fault(String column, String reason, String query);

    /** Something to look at that does not keep the file out. */
    void warning(String column, String reason, String query);
}
