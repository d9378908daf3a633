package school.chancery.students;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import school.chancery.people.PersonName;

/** A pupil in a list of a class. */
public record ClassMember(
        UUID pupilId,
        UUID personId,
        PersonName name,
        @Nullable LocalDate bornOn,
        @Nullable String fileNumber,
        LocalDate fromOn) {}
