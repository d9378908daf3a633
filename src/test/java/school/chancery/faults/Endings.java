package school.chancery.faults;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * At which calls the tries of one step have ended so far. A try ends at its first call at which none has ended before;
 * once a commit of a new kind has gone through, what follows starts from another state, and all calls count anew.
 */
final class Endings {
    private final @Nullable String careless;
    private final Set<String> known = new HashSet<>();
    private final Set<String> kept = new HashSet<>();
    private final Map<String, Integer> seen = new HashMap<>();
    private final Map<String, Writes> written = new HashMap<>();
    private boolean ended;

    /** @param careless the table after whose writing each transaction is committed too early: what checks must find */
    Endings(@Nullable String careless) {
        this.careless = careless;
    }

    void begin() {
        seen.clear();
        written.clear();
        ended = false;
    }

    boolean isEnded() {
        return ended;
    }

    void call(String connection, String sql, Statement statement) {
        commitCarelessly(connection, statement);
        endAt(sql);
        writes(connection).note(sql);
    }

    void commits(String connection) {
        endAt("commit of " + writes(connection).tables());
    }

    /** It is kept, but whoever waits for the answer does not learn it. */
    void committed(String connection) {
        var kind = writes(connection).tables().toString();
        writes(connection).forget();
        if (!kind.equals("[]") && kept.add(kind)) known.clear();
        endAt("committed " + kind);
    }

    void rolledBack(String connection) {
        writes(connection).forget();
    }

    /** Setting a connection right after a commit that failed would commit what is still open on it. */
    void takeBack(Connection real) {
        if (!ended) return;
        try {
            if (!real.getAutoCommit()) real.rollback();
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private void endAt(String what) {
        if (!ended && !known.add(what + " #" + seen.merge(what, 1, Integer::sum))) return;
        ended = true;
        SoftCrash.<RuntimeException>thrown();
    }

    private void commitCarelessly(String connection, Statement statement) {
        if (careless == null || ended || !writes(connection).contain(careless)) return;
        try {
            statement.getConnection().commit();
            writes(connection).forget();
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private Writes writes(String connection) {
        return written.computeIfAbsent(connection, id -> new Writes());
    }
}
