package school.chancery.organization.domain;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import school.chancery.organization.ClassKind;
import school.chancery.organization.NewClass;
import school.chancery.organization.OrganizationType;
import school.chancery.organization.Refusal;
import school.chancery.organization.SchoolClass;
import school.chancery.organization.TermPlan;

/** A class as it shall be, and what speaks against it. */
record ClassDraft(
        UUID id,
        ClassKind kind,
        @Nullable Integer grade,
        @Nullable String letter,
        String label,
        @Nullable String profile,
        @Nullable Integer capacity) {
    private static final String LETTER = "[А-ЯЁ][А-ЯЁа-яё0-9]{0,4}";
    private static final int LONGEST_NAME = 60;
    private static final int LONGEST_PROFILE = 120;
    private static final int LARGEST = 200;

    static ClassDraft of(NewClass added) {
        var letter = initialUpper(blankToNull(added.letter()));
        var label = added.kind() == ClassKind.CLASS
                ? added.grade() + (letter == null ? "" : letter)
                : stripped(added.name());
        return new ClassDraft(
                UUID.randomUUID(),
                added.kind(),
                added.grade(),
                letter,
                label,
                blankToNull(added.profile()),
                added.capacity());
    }

    static ClassDraft changed(
            SchoolClass known, @Nullable String name, @Nullable String profile, @Nullable Integer capacity) {
        var label = known.kind() == ClassKind.CLASS ? known.label() : stripped(name);
        return new ClassDraft(
                known.id(), known.kind(), known.grade(), known.letter(), label, blankToNull(profile), capacity);
    }

    /** @param others the other classes of the year */
    static List<Refusal> faults(List<ClassDraft> drafts, OrganizationType keeper, List<SchoolClass> others) {
        var taken = new HashSet<String>();
        others.forEach(other -> taken.add(folded(other.label())));
        var faults = new ArrayList<Refusal>();
        for (var draft : drafts) draft.check(keeper, taken, faults);
        return faults;
    }

    private void check(OrganizationType keeper, Set<String> taken, List<Refusal> faults) {
        if (!keeper.classKinds().contains(kind)) faults.add(new Refusal("kind", "organization.classes.kind.not-here"));
        if (kind == ClassKind.CLASS) checkClass(faults);
        else checkGroup(faults);
        if (profile != null && profile.length() > LONGEST_PROFILE)
            faults.add(new Refusal("profile", "organization.classes.profile.long"));
        if (capacity != null && (capacity < 1 || capacity > LARGEST))
            faults.add(new Refusal("capacity", "organization.classes.capacity.out-of-range"));
        if (!taken.add(folded(label))) faults.add(new Refusal(naming(), "organization.classes.label.taken"));
    }

    private void checkClass(List<Refusal> faults) {
        if (grade == null || grade < TermPlan.FIRST_GRADE || grade > TermPlan.LAST_GRADE)
            faults.add(new Refusal("grade", "organization.classes.grade.out-of-range"));
        if (letter != null && !letter.matches(LETTER))
            faults.add(new Refusal("letter", "organization.classes.letter.bad"));
    }

    private void checkGroup(List<Refusal> faults) {
        if (grade != null) faults.add(new Refusal("grade", "organization.classes.grade.none"));
        if (letter != null) faults.add(new Refusal("letter", "organization.classes.letter.none"));
        if (label.isEmpty() || label.length() > LONGEST_NAME)
            faults.add(new Refusal("name", "organization.classes.name.bad"));
    }

    private String naming() {
        return kind == ClassKind.CLASS ? "letter" : "name";
    }

    private static String folded(String label) {
        return label.toLowerCase(Locale.ROOT);
    }

    private static String stripped(@Nullable String text) {
        return text == null ? "" : text.strip();
    }

    private static @Nullable String blankToNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }

    private static @Nullable String initialUpper(@Nullable String letter) {
        return letter == null ? null : letter.substring(0, 1).toUpperCase(Locale.ROOT) + letter.substring(1);
    }
}
