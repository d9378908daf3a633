package school.chancery.organization.web;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import school.chancery.organization.Subject;

/** @param version of the subject the form was filled from; null for a new one */
record SubjectForm(
        @NotBlank @Size(max = 120) @Nullable String name,
        @NotBlank @Size(max = 30) @Nullable String shortName,
        @Nullable Long version) {
    static final SubjectForm EMPTY = new SubjectForm(null, null, null);

    static SubjectForm of(Subject subject) {
        return new SubjectForm(subject.name(), subject.shortName(), subject.version());
    }

    String checkedName() {
        return Objects.requireNonNull(name);
    }

    String checkedShortName() {
        return Objects.requireNonNull(shortName);
    }
}
