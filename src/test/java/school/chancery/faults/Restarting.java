package school.chancery.faults;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The product with somebody who starts it again when it died, each time with a new place to die at. */
final class Restarting implements AutoCloseable {
    private static final int MOST = 120;
    private final Map<String, String> properties;
    private final Plan plan;
    private final List<String> kinds = new ArrayList<>();
    private Victim current;

    Restarting(Map<String, String> properties, Plan plan) {
        this.properties = properties;
        this.plan = plan;
        this.current = started();
    }

    Victim current() {
        return current;
    }

    /** What the commits wrote at which it died. */
    List<String> kinds() {
        return kinds;
    }

    boolean restartedIfDead() {
        if (current.isAlive()) return false;
        kinds.add(current.diedOf().orElseThrow(() -> new AssertionError("died by itself:\n" + tail())));
        if (kinds.size() > MOST) throw new AssertionError("died again and again: " + kinds);
        current = started();
        return true;
    }

    String tail() {
        var log = current.log();
        return String.join("\n", log.subList(Math.max(0, log.size() - 40), log.size()));
    }

    private Victim started() {
        var victim = Victim.start(properties);
        victim.arm(plan.next(List.copyOf(kinds)));
        return victim;
    }

    @Override
    public void close() {
        current.close();
    }
}
