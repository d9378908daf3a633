package school.chancery.exchange.file;

import java.util.Arrays;
import java.util.List;

/** A file that cannot be read as a table, with the reason for the person who sent it. */
public final class UnreadableFileException extends Exception {
    private static final long serialVersionUID = 1L;
    private static final String PREFIX = "exchange.file.";

    private final String messageKey;
    private final transient List<Object> arguments;

    UnreadableFileException(String reason, Object... arguments) {
        super(reason);
        this.messageKey = PREFIX + reason;
        // As texts: a number of a row is not to be parted by thousands.
        this.arguments = Arrays.stream(arguments).<Object>map(String::valueOf).toList();
    }

    public String messageKey() {
        return messageKey;
    }

    public List<Object> arguments() {
        return arguments;
    }
}
