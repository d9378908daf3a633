package school.chancery.platform.domain;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import school.chancery.audit.Audit;
import school.chancery.audit.AuditEntry;

/** Where on the organization's website an appointment stands. */
@Service
@Transactional
public class Publications {
    private final JdbcClient jdbc;
    private final Audit audit;

    Publications(JdbcClient jdbc, Audit audit) {
        this.jdbc = jdbc;
        this.audit = audit;
    }

    public record Publication(String url, LocalDate publishedOn) {}

    public void record(AppointmentView appointment, Publication publication, UUID by) {
        jdbc.sql("""
                        insert into platform.publications (appointment_id, organization_id, url, published_on, recorded_by)
                        values (:appointment, :organization, :url, :day, :by)
                        on conflict (appointment_id) do update
                            set url = excluded.url, published_on = excluded.published_on, recorded_by = excluded.recorded_by
                        """)
                .param("appointment", appointment.id())
                .param("organization", appointment.organizationId())
                .param("url", publication.url())
                .param("day", publication.publishedOn())
                .param("by", by)
                .update();
        audit.record(AuditEntry.of(
                "platform.appointment-published", appointment.organizationId(), "appointment", appointment.id()));
    }

    @Transactional(readOnly = true)
    public Optional<Publication> of(UUID appointmentId) {
        return jdbc.sql("select url, published_on from platform.publications where appointment_id = :id")
                .param("id", appointmentId)
                .query((row, i) -> new Publication(row.getString(1), row.getObject(2, LocalDate.class)))
                .optional();
    }
}
