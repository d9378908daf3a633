package school.chancery.platform.domain;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import school.chancery.audit.Audit;
import school.chancery.audit.AuditEntry;

/** Which act an administrator has read, and when (F006); never unread. */
@Service
@Transactional
public class Readings {
    private final JdbcClient jdbc;
    private final Audit audit;

    Readings(JdbcClient jdbc, Audit audit) {
        this.jdbc = jdbc;
        this.audit = audit;
    }

    /** Dates by act for the wording now in the registry. */
    @Transactional(readOnly = true)
    public Map<UUID, LocalDate> of(UUID appointmentId) {
        var dates = new HashMap<UUID, LocalDate>();
        jdbc.sql("""
                        select r.act_id, r.read_on from platform.readings r
                        join platform.normative_acts a on a.id = r.act_id and coalesce(a.revision, '') = r.revision
                        where r.appointment_id = :appointment
                        """)
                .param("appointment", appointmentId)
                .query((row, i) -> dates.put(row.getObject(1, UUID.class), row.getObject(2, LocalDate.class)))
                .list();
        return dates;
    }

    /** The same act in the same wording again = no change. */
    public void record(AppointmentView appointment, Map<UUID, LocalDate> dates) {
        dates.forEach((act, day) -> record(appointment, act, day));
        audit.record(AuditEntry.of("platform.acts-read", appointment.organizationId(), "appointment", appointment.id())
                .with("acts", Integer.toString(dates.size())));
    }

    private void record(AppointmentView appointment, UUID act, LocalDate day) {
        jdbc.sql("""
                        insert into platform.readings (act_id, appointment_id, organization_id, revision, read_on)
                        select id, :appointment, organization_id, coalesce(revision, ''), :day
                        from platform.normative_acts where id = :act and organization_id = :organization
                        on conflict do nothing
                        """)
                .param("appointment", appointment.id())
                .param("day", day)
                .param("act", act)
                .param("organization", appointment.organizationId())
                .update();
    }
}
