package school.chancery.orders.domain;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.repository.Repository;

interface SignatureRepository extends Repository<Signature, UUID> {
    Signature saveAndFlush(Signature signature);

    Optional<Signature> findByOrderIdAndState(UUID orderId, Signature.State state);

    List<Signature> findByOrderIdAndStateIn(UUID orderId, Collection<Signature.State> states);
}
