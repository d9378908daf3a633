package school.chancery.orders.domain;

import java.time.LocalDate;
import java.util.List;

/** All of a draft that people write. */
public record Content(
        String title,
        String legalBasis,
        String body,
        LocalDate effectiveOn,
        List<Annex> annexes,
        List<Acquaintance> acquaintances) {
    public Content {
        annexes = List.copyOf(annexes);
        acquaintances = List.copyOf(acquaintances);
    }
}
