package school.chancery.platform.domain;

import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import school.chancery.people.Staff;

/** The advice that a proposed administrator does not meet, kept with the appointment as it was found. */
@Service
@Transactional
public class Warnings {
    private final JdbcClient jdbc;
    private final Appointments appointments;
    private final Staff staff;
    private final Advice advice;

    Warnings(JdbcClient jdbc, Appointments appointments, Staff staff, Advice advice) {
        this.jdbc = jdbc;
        this.appointments = appointments;
        this.staff = staff;
        this.advice = advice;
    }

    /** Asks for the advice and keeps what they said; asked again = the same rows. */
    public Set<Warning> check(UUID appointmentId) {
        var appointment = appointments.require(appointmentId);
        var member = staff.find(appointment.staffId()).orElseThrow();
        var found = advice.on(member, appointment.kind(), appointment.joined());
        found.forEach(warning -> keep(appointment, warning));
        return found;
    }

    @Transactional(readOnly = true)
    public Set<Warning> of(UUID appointmentId) {
        var warnings = EnumSet.noneOf(Warning.class);
        warnings.addAll(jdbc.sql("select warning from platform.appointment_warnings where appointment_id = :id")
                .param("id", appointmentId)
                .query((row, i) -> Warning.valueOf(row.getString("warning")))
                .list());
        return warnings;
    }

    private void keep(AppointmentView appointment, Warning warning) {
        jdbc.sql("""
                        insert into platform.appointment_warnings (appointment_id, organization_id, warning)
                        values (:id, :organization, :warning) on conflict do nothing
                        """)
                .param("id", appointment.id())
                .param("organization", appointment.organizationId())
                .param("warning", warning.name())
                .update();
    }
}
