package school.chancery.people.domain;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import school.chancery.identity.Role;

/** {@code people.duties} with their members. */
@Component
class DutyRows {
    private final JdbcClient jdbc;

    DutyRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    UUID insert(ProposedDuty duty, Instant at) {
        var id = UUID.randomUUID();
        jdbc.sql("""
                        insert into people.duties (id, organization_id, kind, duty, role, former_id, substituted_id,
                            from_on, to_on, task, ground, proposed_by, proposed_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .param(1, id)
                .param(2, duty.organizationId())
                .param(3, duty.kind().name())
                .param(4, duty.duty())
                .param(5, duty.role() == null ? null : duty.role().name(), Types.VARCHAR)
                .param(6, duty.formerId(), Types.OTHER)
                .param(7, duty.substitutedId(), Types.OTHER)
                .param(8, duty.from())
                .param(9, duty.to(), Types.DATE)
                .param(10, duty.task(), Types.VARCHAR)
                .param(11, duty.ground(), Types.VARCHAR)
                .param(12, duty.by())
                .param(13, at.atOffset(ZoneOffset.UTC))
                .update();
        insertMembers(id, duty);
        return id;
    }

    private void insertMembers(UUID id, ProposedDuty duty) {
        var members = duty.members();
        jdbc.sql("""
                        insert into people.duty_members (duty_id, place, organization_id, staff_id, class_id, leads)
                        select ?, m.place, ?, m.staff_id, m.class_id, m.leads
                        from unnest(?, ?, ?) with ordinality m (staff_id, class_id, leads, place)
                        """)
                .params(
                        id,
                        duty.organizationId(),
                        members.stream().map(DutyMember::staffId).toArray(UUID[]::new),
                        members.stream().map(DutyMember::classId).toArray(UUID[]::new),
                        members.stream().map(DutyMember::leads).toArray(Boolean[]::new))
                .update();
    }

    Optional<DutyView> find(UUID id) {
        var members = jdbc.sql(
                        "select staff_id, class_id, leads from people.duty_members where duty_id = ? order by place")
                .param(id)
                .query(DutyMember.class)
                .list();
        return jdbc.sql("select * from people.duties where id = ?")
                .param(id)
                .query((row, i) -> view(row, members))
                .optional();
    }

    boolean done(UUID id, UUID orderId) {
        return jdbc.sql("update people.duties set state = 'DONE', order_id = ?, version = version + 1"
                                + " where id = ? and state = 'PROPOSED'")
                        .params(orderId, id)
                        .update()
                > 0;
    }

    boolean dropped(UUID id) {
        return jdbc.sql("update people.duties set state = 'DROPPED', version = version + 1"
                                + " where id = ? and state = 'PROPOSED'")
                        .param(id)
                        .update()
                > 0;
    }

    boolean ended(UUID id, EndedDuty ended, String ground) {
        return jdbc.sql("""
                                update people.duties set state = 'ENDED', ended_on = ?, end_order_id = ?, end_ground = ?,
                                    ended_by = ?, version = version + 1
                                where id = ? and state = 'DONE'
                                """)
                        .param(1, ended.lastDay())
                        .param(2, ended.orderId(), Types.OTHER)
                        .param(3, ground)
                        .param(4, ended.by())
                        .param(5, id)
                        .update()
                > 0;
    }

    private static DutyView view(ResultSet row, List<DutyMember> members) throws SQLException {
        var role = row.getString("role");
        return new DutyView(
                row.getObject("id", UUID.class),
                new ProposedDuty(
                        row.getObject("organization_id", UUID.class),
                        DutyKind.valueOf(row.getString("kind")),
                        row.getString("duty"),
                        role == null ? null : Role.valueOf(role),
                        row.getObject("former_id", UUID.class),
                        row.getObject("substituted_id", UUID.class),
                        row.getObject("from_on", LocalDate.class),
                        row.getObject("to_on", LocalDate.class),
                        row.getString("task"),
                        row.getString("ground"),
                        members,
                        row.getObject("proposed_by", UUID.class)),
                DutyView.State.valueOf(row.getString("state")),
                row.getObject("order_id", UUID.class),
                row.getObject("ended_on", LocalDate.class),
                row.getString("end_ground"));
    }
}
