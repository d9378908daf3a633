package school.chancery.organization.web;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import school.chancery.organization.ClassKind;
import school.chancery.organization.NewClass;
import school.chancery.organization.SchoolClass;

/** @param version of the class the form was filled from; null for a new one */
record ClassForm(
        @NotNull @Nullable ClassKind kind,
        @Nullable Integer grade,
        @Size(max = 5) @Nullable String letter,
        @Size(max = 60) @Nullable String name,
        @Size(max = 120) @Nullable String profile,
        @Nullable Integer capacity,
        @Nullable Long version) {
    static ClassForm empty(ClassKind kind) {
        return new ClassForm(kind, null, null, null, null, null, null);
    }

    static ClassForm of(SchoolClass known) {
        return new ClassForm(
                known.kind(),
                known.grade(),
                known.letter(),
                known.label(),
                known.profile(),
                known.capacity(),
                known.version());
    }

    // What the chosen kind does not have is not asked for: a name typed beside a class is let go of.
    NewClass toNew(UUID schoolYearId) {
        var isClass = kind == ClassKind.CLASS;
        return new NewClass(
                schoolYearId,
                Objects.requireNonNull(kind),
                isClass ? grade : null,
                isClass ? letter : null,
                isClass ? null : name,
                profile,
                capacity);
    }
}
