package school.chancery.workflow.domain;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Facts that did not reach the case they were for. */
@Repository
@Transactional(readOnly = true)
public class CaseFacts {
    private final JdbcClient jdbc;

    CaseFacts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Those about these aggregates: laid aside because their case waited for them no more, or tried in vain again and again. */
    public List<Missed> missed(Collection<UUID> businessKeys) {
        return jdbc.sql("""
                select business_key, message, laid_aside_at from (
                    select business_key, message, told_at, settled_at as laid_aside_at from workflow.facts
                    where business_key in (:keys) and state = 'TOO_LATE'
                    union all
                    select business_key, message, told_at, null from workflow.facts
                    where business_key in (:keys) and state in ('WAITING', 'STUCK') and attempts > 3) missed
                order by told_at""").param("keys", businessKeys).query(Missed.class).list();
    }

    /** @param laidAsideAt when it came too late; null while it is still on its way */
    public record Missed(
            UUID businessKey, String message, @Nullable Instant laidAsideAt) {
        public boolean isTooLate() {
            return laidAsideAt != null;
        }
    }
}
