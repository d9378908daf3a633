package school.chancery.exchange.file;

import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;

/** Gives up when one row takes more text than a row can: quotes never closed would swallow the rest of the file. */
final class BoundedReader extends FilterReader {
    /** What a parser may have read ahead when a row begins. */
    private static final int AHEAD = 64 * 1024;

    private final int longest;
    private long taken;

    BoundedReader(Reader text, int longest) {
        super(text);
        this.longest = longest + AHEAD;
    }

    void startRow() {
        taken = 0;
    }

    boolean isExceeded() {
        return taken > longest;
    }

    @Override
    public int read() throws IOException {
        var character = super.read();
        if (character >= 0) take(1);
        return character;
    }

    @Override
    public int read(char[] buffer, int from, int length) throws IOException {
        var read = super.read(buffer, from, length);
        if (read > 0) take(read);
        return read;
    }

    private void take(int characters) throws IOException {
        taken += characters;
        if (isExceeded()) throw new IOException("a row without end");
    }
}
