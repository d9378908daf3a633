package school.chancery.journal.domain;

import java.util.Set;
import java.util.UUID;

/**
 * In which subjects somebody may enter the marks of a class.
 *
 * @param all every subject: those who answer for the school or lead the class
 * @param subjects those they teach there
 */
public record MarkScope(boolean all, Set<UUID> subjects) {
    static final MarkScope ALL = new MarkScope(true, Set.of());

    public MarkScope {
        subjects = Set.copyOf(subjects);
    }

    public boolean has(UUID subjectId) {
        return all || subjects.contains(subjectId);
    }

    public boolean isEmpty() {
        return !all && subjects.isEmpty();
    }
}
