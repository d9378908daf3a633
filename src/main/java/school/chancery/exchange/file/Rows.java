package school.chancery.exchange.file;

import org.jspecify.annotations.Nullable;

/** The rows of a table, read one at a time; rows without content are passed over. */
public interface Rows extends AutoCloseable {
    /** Null at the end. */
    @Nullable
    FileRow next() throws UnreadableFileException;

    @Override
    void close();
}
