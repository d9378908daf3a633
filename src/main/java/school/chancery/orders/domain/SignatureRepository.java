package school.chancery.orders.domain;

import java.util.Optional;
import java.util.UUID;
import org.springframework.data.repository.Repository;

interface SignatureRepository extends Repository<Signature, UUID> {
    Signature saveAndFlush(Signature signature);

    Optional<Signature> findByOrderIdAndState(UUID orderId, Signature.State state);
}
