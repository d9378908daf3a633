package school.chancery.people;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A person as others see them: enough to tell two of one name apart. */
public record PersonCard(UUID id, PersonName name, @Nullable LocalDate bornOn) {}
