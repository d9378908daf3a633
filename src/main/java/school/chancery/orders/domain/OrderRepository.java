package school.chancery.orders.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface OrderRepository extends Repository<Order, UUID> {
    Order saveAndFlush(Order order);

    Optional<Order> findById(UUID id);

    /** The live order of this cause: a rejected one does not count. */
    @Query(
            "select o from Order o where o.cause.causedBy = :causedBy and o.cause.kind = :kind and o.status <> 'REJECTED'")
    Optional<Order> findLive(UUID causedBy, String kind);

    @Query("select o from Order o where o.cause.causedBy = :causedBy and o.status <> 'REJECTED'")
    List<Order> findLive(UUID causedBy);

    @Query("""
            select o from Order o where o.cause.organizationId = :organization and o.status = 'REGISTERED'
                and o.registration.registeredOn >= :since order by o.registration.registeredOn desc, o.registration.registeredAt desc""")
    List<Order> findRegistered(UUID organization, LocalDate since, Limit limit);

    @Query("""
            select count(o) > 0 from Order o
            where o.cause.targetOrderId = :target and o.status = 'REGISTERED' and o.cause.relation in ('SUPERSEDES', 'REVOKES')""")
    boolean isEnded(UUID target);

    /** An id from our own tables or the engine's always has a row that its actor sees. */
    default Order require(UUID id) {
        return findById(id).orElseThrow(() -> new IllegalArgumentException("no order " + id));
    }
}
