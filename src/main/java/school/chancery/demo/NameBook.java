package school.chancery.demo;

import java.time.LocalDate;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** All names to draw from, as common as they are. */
final class NameBook {
    private static final int YEARS_TO_FATHER = 28;

    private final List<GivenName> given = Rows.of("given-names.csv", GivenName::read);
    private final List<FamilyName> families = Rows.of("family-names.csv", row -> new FamilyName(row.text(0)));
    private final Map<Wearer, List<GivenName>> weighted = new HashMap<>();
    private final Dice dice;

    NameBook(Dice dice) {
        this.dice = dice;
    }

    FamilyName family() {
        return dice.pick(families);
    }

    GivenName given(Sex sex, LocalDate bornOn) {
        return dice.pick(weighted.computeIfAbsent(new Wearer(sex, Generation.of(bornOn)), this::suitable));
    }

    /** The name of a father whom nobody asks about. */
    GivenName fatherOf(LocalDate bornOn) {
        return given(Sex.MALE, bornOn.minusYears(YEARS_TO_FATHER));
    }

    private List<GivenName> suitable(Wearer wearer) {
        return given.stream()
                .filter(name -> name.sex() == wearer.sex && wearer.generation.uses(name.generation()))
                .flatMap(name -> Collections.nCopies(name.common(), name).stream())
                .toList();
    }

    private record Wearer(Sex sex, Generation generation) {}
}
