package school.chancery.audit;

import ch.qos.logback.classic.pattern.MessageConverter;
import ch.qos.logback.classic.spi.ILoggingEvent;
import java.util.regex.Pattern;

/** A line that quotes the exception it comes with, as the web server's do, without the quotation. */
public class NamelessMessages extends MessageConverter {
    // Shorter ones would be found inside other words.
    private static final int SHORTEST = 4;
    // Tomcat quotes the outermost exception and hands over the innermost.
    private static final Pattern QUOTED = Pattern.compile("threw exception \\[.*]", Pattern.DOTALL);

    @Override
    public String convert(ILoggingEvent event) {
        var line = super.convert(event);
        if (NamelessThrowables.tellsAll(event)) return line;
        for (var thrown = event.getThrowableProxy(); thrown != null; thrown = thrown.getCause()) {
            var words = thrown.getMessage();
            if (words != null && words.strip().length() >= SHORTEST) line = line.replace(words, "…");
        }
        return event.getThrowableProxy() == null ? line : QUOTED.matcher(line).replaceAll("threw exception […]");
    }
}
