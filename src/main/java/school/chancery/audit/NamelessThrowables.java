package school.chancery.audit;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.classic.spi.StackTraceElementProxy;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.logging.logback.ExtendedWhitespaceThrowableProxyConverter;

/**
 * Exceptions in the log without anybody's words: which kinds, and where. Databases and mail servers quote the data they
 * stumbled over. Why a start failed is told whole: nobody's data have been touched by then. Named in
 * {@code logback-spring.xml}.
 */
public class NamelessThrowables extends ExtendedWhitespaceThrowableProxyConverter {
    @Override
    public String convert(ILoggingEvent event) {
        var thrown = event.getThrowableProxy();
        return thrown == null || tellsAll(event) ? super.convert(event) : throwableProxyToString(new Nameless(thrown));
    }

    static boolean tellsAll(ILoggingEvent event) {
        return event.getLoggerName().equals(SpringApplication.class.getName());
    }

    /** The exception as it was, but for its text. */
    private record Nameless(IThrowableProxy thrown) implements IThrowableProxy {
        private static final IThrowableProxy[] NONE = {};

        @Override
        public String getMessage() {
            return "…";
        }

        @Override
        public @Nullable String getOverridingMessage() {
            return null;
        }

        @Override
        public String getClassName() {
            return thrown.getClassName();
        }

        @Override
        public StackTraceElementProxy[] getStackTraceElementProxyArray() {
            return thrown.getStackTraceElementProxyArray();
        }

        @Override
        public int getCommonFrames() {
            return thrown.getCommonFrames();
        }

        @Override
        public @Nullable IThrowableProxy getCause() {
            return thrown.getCause() == null ? null : new Nameless(thrown.getCause());
        }

        @Override
        public IThrowableProxy[] getSuppressed() {
            var suppressed = thrown.getSuppressed();
            if (suppressed == null) return NONE;
            return Arrays.stream(suppressed).map(Nameless::new).toArray(IThrowableProxy[]::new);
        }

        @Override
        public boolean isCyclic() {
            return thrown.isCyclic();
        }
    }
}
