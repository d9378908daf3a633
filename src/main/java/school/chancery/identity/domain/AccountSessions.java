package school.chancery.identity.domain;

import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.stereotype.Component;

/** Live sessions of an account, on whatever node. */
@Component
public class AccountSessions {
    // A provider: sessions need the database, and the web layer needs neither to start in a test of one page.
    private final ObjectProvider<FindByIndexNameSessionRepository<?>> sessions;

    AccountSessions(ObjectProvider<FindByIndexNameSessionRepository<?>> sessions) {
        this.sessions = sessions;
    }

    public void endAll(UUID accountId) {
        endAllBut(accountId, "");
    }

    /** After a change of password only the session that made it stays. */
    public void endAllBut(UUID accountId, String sessionId) {
        var repository = sessions.getIfAvailable();
        if (repository == null) return;
        repository.findByPrincipalName(accountId.toString()).keySet().stream()
                .filter(id -> !id.equals(sessionId))
                .forEach(repository::deleteById);
    }
}
