package school.chancery.platform.domain;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface ApplicationRepository extends Repository<Application, UUID> {
    Application saveAndFlush(Application application);

    Optional<Application> findById(UUID id);

    List<Application> findByOrganizationIdOrderByOpenedAtDesc(UUID organizationId);

    @Query(value = "select nextval('platform.application_numbers')", nativeQuery = true)
    long nextNumber();
}
