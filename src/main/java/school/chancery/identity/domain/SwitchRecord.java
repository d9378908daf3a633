package school.chancery.identity.domain;

import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import school.chancery.audit.Audit;
import school.chancery.audit.AuditEntry;

/** Remembers where a person went on to work, and records it. */
@Service
public class SwitchRecord {
    private final JdbcClient jdbc;
    private final Audit audit;

    SwitchRecord(JdbcClient jdbc, Audit audit) {
        this.jdbc = jdbc;
        this.audit = audit;
    }

    @Transactional
    public void switched(UUID accountId, UUID from, UUID to) {
        jdbc.sql("update identity.accounts set last_organization_id = ? where id = ?")
                .params(to, accountId)
                .update();
        audit.record(AuditEntry.of("identity.organization-switched", to, "account", accountId)
                .with("from", from.toString()));
    }
}
