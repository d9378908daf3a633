package school.chancery.faults;

import java.io.UncheckedIOException;
import java.util.Map;
import org.jsoup.HttpStatusException;

/** The product with somebody who starts it again when it died. */
final class Restarting implements AutoCloseable {
    private static final int MOST = 3;
    private final Map<String, String> properties;
    private Victim current;
    private int kills;

    Restarting(Map<String, String> properties) {
        this.properties = properties;
        this.current = Victim.start(properties);
    }

    Victim current() {
        return current;
    }

    int kills() {
        return kills;
    }

    boolean restartedIfDead() {
        if (current.isAlive()) return false;
        kills++;
        if (kills > MOST) throw new AssertionError("died again and again:\n" + String.join("\n", current.log()));
        current = Victim.start(properties);
        return true;
    }

    /** An answer of a living product is no death: a refusal or an error page fails the test. */
    void excuse(UncheckedIOException failure) {
        if (failure.getCause() instanceof HttpStatusException status && status.getStatusCode() != 503) {
            throw new AssertionError(status.getStatusCode() + " " + status.getUrl() + "\n" + tail(), failure);
        }
    }

    private String tail() {
        var log = current.log();
        return String.join("\n", log.subList(Math.max(0, log.size() - 40), log.size()));
    }

    @Override
    public void close() {
        current.close();
    }
}
