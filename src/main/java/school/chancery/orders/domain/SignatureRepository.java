package school.chancery.orders.domain;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** Written out: a query made from a method's name is built and translated anew with each call. */
interface SignatureRepository extends Repository<Signature, UUID> {
    Signature saveAndFlush(Signature signature);

    @Query("select s from Signature s where s.orderId = :orderId and s.state = :state")
    Optional<Signature> findByOrderIdAndState(UUID orderId, Signature.State state);

    @Query("select s from Signature s where s.orderId = :orderId and s.state in :states")
    List<Signature> findByOrderIdAndStateIn(UUID orderId, Collection<Signature.State> states);
}
