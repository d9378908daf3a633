package school.chancery.identity.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;
import org.springframework.session.MapSession;
import org.springframework.session.MapSessionRepository;
import org.springframework.transaction.support.TransactionOperations;

/** What a session costs the database, and that nobody goes on with one that ended. */
class CalmSessionsTests {
    private final CountedRepository stored = new CountedRepository();
    private final CalmSessions<MapSession> sessions =
            new CalmSessions<>(stored, TransactionOperations.withoutTransaction());
    private final String id = begun();

    @Test
    void isReadOnceInARequestHoweverOftenItIsAskedFor() {
        sessions.remember();
        var found = sessions.findById(id);
        assertThat(sessions.findById(id)).isSameAs(found);
        sessions.forget();
        assertThat(stored.reads).isEqualTo(1);
        assertThat(sessions.findById(id)).isNotSameAs(found);
    }

    @Test
    void isNotFoundInTheRequestThatEndedItNorInTheNext() {
        sessions.remember();
        sessions.findById(id);
        sessions.deleteById(id);
        assertThat(sessions.findById(id)).isNull();
        sessions.forget();
        assertThat(sessions.findById(id)).isNull();
    }

    @Test
    void isNotFoundInTheNextRequestWhenAnotherNodeEndedIt() {
        sessions.remember();
        sessions.findById(id);
        sessions.forget();
        stored.deleteById(id);
        sessions.remember();
        assertThat(sessions.findById(id)).isNull();
        sessions.forget();
    }

    @Test
    void isWrittenOnlyWhenSomethingInItChanged() {
        var session = found();
        sessions.save(session);
        assertThat(stored.writes).isEqualTo(1);
        session.setAttribute("word", "kept");
        sessions.save(session);
        sessions.save(session);
        assertThat(stored.writes).isEqualTo(2);
        assertThat(found().<String>getAttribute("word")).isEqualTo("kept");
    }

    @Test
    void isNotedAsInUseOnceAMinute() {
        var session = found();
        var before = session.getLastAccessedTime();
        session.setLastAccessedTime(before.plusSeconds(59));
        sessions.save(session);
        assertThat(found().getLastAccessedTime()).isEqualTo(before);
        session.setLastAccessedTime(before.plusSeconds(60));
        sessions.save(session);
        assertThat(found().getLastAccessedTime()).isEqualTo(before.plusSeconds(60));
    }

    private String begun() {
        var session = sessions.createSession();
        sessions.save(session);
        return session.getId();
    }

    private CalmSession<MapSession> found() {
        return Objects.requireNonNull(sessions.findById(id));
    }

    private static final class CountedRepository extends MapSessionRepository {
        private int reads;
        private int writes;

        private CountedRepository() {
            super(new ConcurrentHashMap<>());
        }

        @Override
        public MapSession findById(String id) {
            reads++;
            return super.findById(id);
        }

        @Override
        public void save(MapSession session) {
            writes++;
            super.save(session);
        }
    }
}
