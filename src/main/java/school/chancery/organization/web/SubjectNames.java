package school.chancery.organization.web;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;
import school.chancery.organization.Subject;
import school.chancery.organization.Subjects;

/** The subjects of the session's school by name, for choices and lists. */
@Component
class SubjectNames {
    private final Subjects subjects;

    SubjectNames(Subjects subjects) {
        this.subjects = subjects;
    }

    Map<UUID, String> all() {
        return named(subject -> true);
    }

    Map<UUID, String> taught() {
        return named(Subject::active);
    }

    private Map<UUID, String> named(Predicate<Subject> wanted) {
        var names = new LinkedHashMap<UUID, String>();
        subjects.of(SchoolPages.school()).stream()
                .filter(wanted)
                .forEach(subject -> names.put(subject.id(), subject.name()));
        return names;
    }
}
