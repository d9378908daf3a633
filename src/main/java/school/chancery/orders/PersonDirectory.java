package school.chancery.orders;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** Whom an order can be shown to under signature. Told by the module that owns the persons; orders keep snapshots. */
public interface PersonDirectory {
    /** Employed there that day, by name. */
    List<OrderDraft.PersonToAcquaint> employed(UUID organizationId, LocalDate on);
}
