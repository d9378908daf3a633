package school.chancery.organization.domain;

import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import school.chancery.audit.Audit;
import school.chancery.audit.AuditEntry;

/** One at a time changes the register of an organization, and each change is audited. */
@Component
class RegisterDesk {
    private final JdbcClient jdbc;
    private final Audit audit;

    RegisterDesk(JdbcClient jdbc, Audit audit) {
        this.jdbc = jdbc;
        this.audit = audit;
    }

    /** What is checked from here on stays true until the commit; rows that only refer to the organization do not wait. */
    void take(UUID organizationId) {
        jdbc.sql("select id from organization.organizations where id = ? for no key update")
                .param(organizationId)
                .query(UUID.class)
                .single();
    }

    /** @param fact dotted and in the past: {@code organization.class-opened} */
    void record(String fact, UUID organizationId, String subject, UUID id) {
        audit.record(AuditEntry.of(fact, organizationId, subject, id));
    }
}
