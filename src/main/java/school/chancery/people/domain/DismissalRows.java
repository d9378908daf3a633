package school.chancery.people.domain;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** {@code people.dismissals}: settled once, whoever comes second changes nothing. */
@Component
class DismissalRows {
    private final JdbcClient jdbc;

    DismissalRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    UUID insert(ProposedDismissal dismissal, Instant at) {
        var id = UUID.randomUUID();
        jdbc.sql("""
                        insert into people.dismissals
                            (id, organization_id, staff_id, cause, ground, last_day, proposed_by, proposed_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        id,
                        dismissal.organizationId(),
                        dismissal.staffId(),
                        dismissal.cause().name(),
                        dismissal.ground(),
                        dismissal.lastDay(),
                        dismissal.by(),
                        at.atOffset(ZoneOffset.UTC))
                .update();
        return id;
    }

    Optional<DismissalView> find(UUID id) {
        return jdbc.sql("select id, organization_id, staff_id, cause, ground, last_day, state, proposed_by, order_id,"
                        + " withdrawal_ground from people.dismissals where id = ?")
                .param(id)
                .query(DismissalView.class)
                .optional();
    }

    boolean isUnderWay(UUID staffId) {
        return jdbc.sql("select exists (select from people.dismissals where staff_id = ? and state = 'PROPOSED')")
                .param(staffId)
                .query(Boolean.class)
                .single();
    }

    boolean done(UUID id, UUID orderId) {
        return jdbc.sql("update people.dismissals set state = 'DONE', order_id = ?, version = version + 1"
                                + " where id = ? and state = 'PROPOSED'")
                        .params(orderId, id)
                        .update()
                > 0;
    }

    boolean dropped(UUID id) {
        return jdbc.sql("update people.dismissals set state = 'DROPPED', version = version + 1"
                                + " where id = ? and state = 'PROPOSED'")
                        .param(id)
                        .update()
                > 0;
    }

    boolean withdrawn(UUID id, String ground, UUID by) {
        return jdbc.sql("update people.dismissals set state = 'WITHDRAWN', withdrawal_ground = ?, withdrawn_by = ?,"
                                + " version = version + 1 where id = ? and state = 'PROPOSED'")
                        .params(ground, by, id)
                        .update()
                > 0;
    }
}
