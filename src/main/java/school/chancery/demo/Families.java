package school.chancery.demo;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import school.chancery.demo.Guardian.Kinship;
import school.chancery.people.PersonName;

/** The families of the town, founded as their first child appears. */
final class Families {
    private static final String DOMAIN = "example.com";
    private static final int PERCENT_SIBLINGS = 20;

    private final List<Family> all = new ArrayList<>();
    private final LocalDate reachableBornTo;
    private final NameBook names;
    private final Census census;
    private final Dice dice;

    /** @param reachableBornTo children born later have no phone and no e-mail */
    Families(NameBook names, Census census, Dice dice, LocalDate reachableBornTo) {
        this.names = names;
        this.census = census;
        this.dice = dice;
        this.reachableBornTo = reachableBornTo;
    }

    Family withRoomFor(LocalDate bornOn) {
        var candidates = dice.chance(PERCENT_SIBLINGS)
                ? all.stream().filter(family -> family.hasRoomFor(bornOn)).toList()
                : List.<Family>of();
        return candidates.isEmpty() ? founded(bornOn) : dice.pick(candidates);
    }

    DemoPerson child(Family family, LocalDate bornOn) {
        var sex = dice.chance(49) ? Sex.FEMALE : Sex.MALE;
        Supplier<PersonName> name = () -> family.nameOf(childName(family, sex, bornOn));
        var child = bornOn.isAfter(reachableBornTo)
                ? census.small(sex, name, bornOn)
                : census.reachable(sex, name, bornOn, DOMAIN);
        family.children().add(child);
        return child;
    }

    private GivenName childName(Family family, Sex sex, LocalDate bornOn) {
        var given = names.given(sex, bornOn);
        while (family.hasChildNamed(given)) given = names.given(sex, bornOn);
        return given;
    }

    private Family founded(LocalDate child) {
        var family = new Family(names.family(), names.fatherOf(child));
        onRecord().forEach(kinship -> family.guardians().add(guardian(family, kinship, child)));
        all.add(family);
        return family;
    }

    private List<Kinship> onRecord() {
        var drawn = dice.between(1, 100);
        if (drawn <= 70) return List.of(Kinship.MOTHER, Kinship.FATHER);
        if (drawn <= 93) return List.of(Kinship.MOTHER);
        return drawn <= 96 ? List.of(Kinship.FATHER) : List.of(Kinship.GUARDIAN);
    }

    private Guardian guardian(Family family, Kinship kinship, LocalDate child) {
        var bornOn = dice.day(child.minusYears(kinship.oldest), child.minusYears(kinship.youngest));
        var familyName = kinship == Kinship.GUARDIAN ? names.family() : family.name();
        Supplier<PersonName> name = () -> new PersonName(
                familyName.of(kinship.sex),
                givenOf(family, kinship, bornOn),
                names.fatherOf(bornOn).patronymic(kinship.sex));
        return new Guardian(census.reachable(kinship.sex, name, bornOn, DOMAIN), kinship);
    }

    private String givenOf(Family family, Kinship kinship, LocalDate bornOn) {
        return kinship == Kinship.FATHER
                ? family.father().text()
                : names.given(kinship.sex, bornOn).text();
    }
}
