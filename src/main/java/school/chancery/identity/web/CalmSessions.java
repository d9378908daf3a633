package school.chancery.identity.web;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.session.Session;
import org.springframework.session.SessionRepository;
import org.springframework.transaction.support.TransactionOperations;
import school.chancery.audit.Acting;
import school.chancery.audit.Actor;

/**
 * Sessions in the database that cost one look at it in a request: read once, however often the filter asks, and written
 * only when something in them changed. That they are in use is noted once a minute.
 */
class CalmSessions<S extends Session> implements SessionRepository<CalmSession<S>> {
    static final Duration TOUCH_EVERY = Duration.ofMinutes(1);

    private final SessionRepository<S> stored;
    private final TransactionOperations transaction;
    private final ThreadLocal<Map<String, CalmSession<S>>> ofRequest = new ThreadLocal<>();

    CalmSessions(SessionRepository<S> stored, TransactionOperations transaction) {
        this.stored = stored;
        this.transaction = transaction;
    }

    /** From here to {@link #forget()} a session found on this thread is not read again. */
    void remember() {
        ofRequest.set(new HashMap<>());
    }

    void forget() {
        ofRequest.remove();
    }

    @Override
    public CalmSession<S> createSession() {
        return new CalmSession<>(stored.createSession(), true);
    }

    @Override
    public @Nullable CalmSession<S> findById(String id) {
        var known = ofRequest.get();
        if (known == null) return read(id);
        var found = known.get(id);
        if (found != null) return found;
        var session = read(id);
        if (session != null) known.put(id, session);
        return session;
    }

    private @Nullable CalmSession<S> read(String id) {
        var session = stored.findById(id);
        return session == null ? null : new CalmSession<>(session, false);
    }

    @Override
    public void save(CalmSession<S> session) {
        if (!session.isChanged()) return;
        // Nobody's rows: the actor of the request would cost a look of its own.
        Acting.as(Actor.NOBODY, () -> transaction.executeWithoutResult(status -> stored.save(session.whole())));
        session.saved();
    }

    @Override
    public void deleteById(String id) {
        var known = ofRequest.get();
        if (known != null) known.remove(id);
        stored.deleteById(id);
    }
}
