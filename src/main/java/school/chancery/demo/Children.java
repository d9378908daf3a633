package school.chancery.demo;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Fills classes, groups and circles. */
final class Children {
    private final List<Pupil> pupils = new ArrayList<>();
    private final Families families;
    private final Dice dice;
    private final LocalDate yearStart;

    Children(Families families, Dice dice, LocalDate yearStart) {
        this.families = families;
        this.dice = dice;
        this.yearStart = yearStart;
    }

    List<Pupil> fill(List<Group> groups) {
        groups.forEach(this::fill);
        return List.copyOf(pupils);
    }

    private void fill(Group group) {
        var guests = group.guestsFrom().isEmpty() ? 0 : group.size() / 2;
        for (var seat = 0; seat < group.size(); seat++) pupils.add(seat < guests ? guest(group) : newcomer(group));
    }

    private Pupil newcomer(Group group) {
        var bornOn = dice.day(group.bornFrom(), group.bornTo());
        var family = families.withRoomFor(bornOn);
        return new Pupil(dice.id(), families.child(family, bornOn), group, admittedOn(group), family);
    }

    private Pupil guest(Group group) {
        var fitting = pupils.stream()
                .filter(pupil -> pupil.group().organization().equals(group.guestsFrom()))
                .filter(pupil -> group.isOpenTo(pupil.person()) && !isAlreadyIn(group.organization(), pupil))
                .toList();
        var chosen = dice.pick(fitting);
        return new Pupil(dice.id(), chosen.person(), group, admittedOn(group), chosen.family());
    }

    private boolean isAlreadyIn(String organization, Pupil candidate) {
        return pupils.stream()
                .anyMatch(pupil -> pupil.group().organization().equals(organization)
                        && pupil.person().equals(candidate.person()));
    }

    // Most have been there from the first grade on, some came with a later year.
    private LocalDate admittedOn(Group group) {
        var years = group.grade() == null ? 0 : group.grade() - 1;
        return yearStart.minusYears(dice.chance(85) ? years : dice.between(0, years));
    }
}
