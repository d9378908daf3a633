package school.chancery.platform.domain;

import java.util.Optional;
import java.util.UUID;
import org.springframework.data.repository.Repository;

interface ReliefRepository extends Repository<Relief, UUID> {
    Relief saveAndFlush(Relief relief);

    Optional<Relief> findById(UUID id);

    boolean existsByAppointmentIdAndState(UUID appointmentId, ReliefState state);
}
