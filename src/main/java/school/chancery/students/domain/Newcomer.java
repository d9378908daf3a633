package school.chancery.students.domain;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import school.chancery.people.PersonName;

/** All that another office is told of a child before it has said yes. */
public record Newcomer(
        PersonName name,
        @Nullable LocalDate bornOn,
        @Nullable Integer grade,
        String classLabel,
        @Nullable String profile) {
    @Override
    public String toString() {
        return "Newcomer[" + classLabel + "]";
    }
}
