package school.chancery.organization.web;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;
import school.chancery.organization.ClassKind;
import school.chancery.organization.NewClass;
import school.chancery.organization.SchoolClass;

/** A whole row of classes at once: grades from–to, each with the letters «А Б В», «А, Б» or «А-Г». */
record ClassRowForm(
        @NotNull @Min(1) @Max(11) @Nullable Integer gradeFrom,
        @NotNull @Min(1) @Max(11) @Nullable Integer gradeTo,
        @NotBlank @Size(max = 100) @Nullable String letters,
        @Nullable Integer capacity) {
    private static final String ALPHABET = "АБВГДЕЖЗИКЛМНОПРСТУФХЦЧШЩЭЮЯ";
    private static final int MOST = 200;

    static final ClassRowForm EMPTY = new ClassRowForm(null, null, null, null);

    void check(Errors faults) {
        if (faults.hasErrors() || gradeFrom == null || gradeTo == null) return;
        if (gradeTo < gradeFrom) faults.rejectValue("gradeTo", "organization.classes.row.backwards");
        else if (parsed().isEmpty()) faults.rejectValue("letters", "organization.classes.row.letters.bad");
        else if ((gradeTo - gradeFrom + 1) * parsed().size() > MOST)
            faults.rejectValue("letters", "organization.classes.row.many");
    }

    /** Those of the row that the year does not have yet. */
    List<NewClass> missing(UUID schoolYearId, List<SchoolClass> present) {
        return IntStream.rangeClosed(Objects.requireNonNull(gradeFrom), Objects.requireNonNull(gradeTo))
                .boxed()
                .flatMap(grade -> parsed().stream()
                        .filter(letter -> present.stream()
                                .noneMatch(known -> known.label().equalsIgnoreCase(grade + letter)))
                        .map(letter ->
                                new NewClass(schoolYearId, ClassKind.CLASS, grade, letter, null, null, capacity)))
                .toList();
    }

    private List<String> parsed() {
        return Stream.of(
                        Objects.requireNonNull(letters).toUpperCase(Locale.ROOT).split("[\\s,;]+"))
                .filter(part -> !part.isEmpty())
                .flatMap(ClassRowForm::range)
                .distinct()
                .toList();
    }

    // А-Г without Ё, Й, Ъ, Ы, Ь: no school opens such a class.
    private static Stream<String> range(String part) {
        if (!part.matches("[А-Я][-–][А-Я]")) return Stream.of(part);
        var from = ALPHABET.indexOf(part.charAt(0));
        var to = ALPHABET.indexOf(part.charAt(2));
        return from < 0 || to < from
                ? Stream.empty()
                : ALPHABET.substring(from, to + 1).chars().mapToObj(Character::toString);
    }
}
