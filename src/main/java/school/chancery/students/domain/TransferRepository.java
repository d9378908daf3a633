package school.chancery.students.domain;

import jakarta.persistence.LockModeType;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface TransferRepository extends Repository<Transfer, UUID> {
    Transfer saveAndFlush(Transfer transfer);

    Optional<Transfer> findById(UUID id);

    /** Kept from others until the transaction ends. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select t from Transfer t where t.id = :id")
    Optional<Transfer> hold(UUID id);

    /** Whether its order is signed: what it says is done, whoever changes their mind. */
    @Query(
            value = "select exists (select from orders.orders where caused_by = :id and status = 'REGISTERED')",
            nativeQuery = true)
    boolean isOrdered(UUID id);

    boolean existsByPupilIdAndState(UUID pupilId, TransferState state);
}
