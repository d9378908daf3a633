package school.chancery.students.domain;

import jakarta.persistence.LockModeType;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface PlaceRequestRepository extends Repository<PlaceRequest, UUID> {
    PlaceRequest saveAndFlush(PlaceRequest request);

    Optional<PlaceRequest> findById(UUID id);

    /** Kept from others until the transaction ends: of an answer and an expiry one comes first. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select r from PlaceRequest r where r.id = :id")
    Optional<PlaceRequest> hold(UUID id);

    /** The newest of a transfer, likewise. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    Optional<PlaceRequest> findFirstByTransferIdOrderByRequestedAtDesc(UUID transferId);
}
