package school.chancery.people;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Where pupils learn. Told by the module that owns the enrolments; the pupils' list shows it and searches by it. */
public interface PupilClasses {
    /** Label of each pupil's class on the day, e.g. «5А»; who has none is absent. */
    Map<UUID, String> labels(Collection<UUID> pupilIds, LocalDate on);

    /** Labels of the organization's classes that have pupils on the day, in school order. */
    List<String> classes(UUID organizationId, LocalDate on);

    /** Every class the pupil has been in here, the first first. */
    List<ClassStay> history(UUID pupilId);

    /** @param to last day there: of its own, or of the year */
    record ClassStay(String label, LocalDate from, LocalDate to) {}

    /** Pupils of the class on the day. */
    List<UUID> pupils(UUID organizationId, String label, LocalDate on);
}
