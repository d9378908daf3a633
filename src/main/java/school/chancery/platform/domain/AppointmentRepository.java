package school.chancery.platform.domain;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.repository.Repository;

interface AppointmentRepository extends Repository<Appointment, UUID> {
    Appointment saveAndFlush(Appointment appointment);

    void flush();

    Optional<Appointment> findById(UUID id);

    List<Appointment> findByOrganizationIdAndStateInOrderByEffectiveOn(
            UUID organizationId, Collection<AppointmentState> states);

    List<Appointment> findByStaffIdAndState(UUID staffId, AppointmentState state);
}
