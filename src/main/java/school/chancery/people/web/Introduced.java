package school.chancery.people.web;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import school.chancery.people.PersonName;

/** A form that names somebody who may stand in the register already. */
interface Introduced {
    /** The answer «somebody new». */
    String NEW = "NEW";

    String NAME = PersonName.PART;

    PersonName name();

    @Nullable
    LocalDate bornOn();

    /** {@link #NEW}, the id of somebody of the register, or nothing before anybody was asked. */
    @Nullable
    String person();

    default boolean isSomebodyNew() {
        return NEW.equals(person());
    }

    /** Whom of the register they chose. */
    default Optional<UUID> known() {
        var chosen = person();
        if (chosen == null || isSomebodyNew()) return Optional.empty();
        try {
            return Optional.of(UUID.fromString(chosen));
        } catch (IllegalArgumentException notAnId) {
            return Optional.empty();
        }
    }
}
