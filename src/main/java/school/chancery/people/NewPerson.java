package school.chancery.people;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Somebody the register does not know yet.
 *
 * @param id made by the caller, who may have named it in an order already
 * @param phone E.164
 */
public record NewPerson(
        UUID id,
        PersonName name,
        @Nullable LocalDate bornOn,
        @Nullable Sex sex,
        @Nullable String email,
        @Nullable String phone) {
    public enum Sex {
        FEMALE,
        MALE
    }

    @Override
    public String toString() {
        return "NewPerson[" + id + "]";
    }
}
