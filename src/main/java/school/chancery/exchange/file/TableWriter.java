package school.chancery.exchange.file;

import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A table on its way out, written row by row; {@link #close} completes it and leaves the stream open. */
public interface TableWriter extends AutoCloseable {
    void head(List<String> titles);

    /** @param cells texts, numbers, dates, yes or no; null = empty */
    void row(@Nullable Object... cells);

    /** How many rows were written, the heading not counted. */
    int rows();

    @Override
    void close() throws IOException;
}
