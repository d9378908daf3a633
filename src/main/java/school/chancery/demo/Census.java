package school.chancery.demo;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import school.chancery.people.PersonName;

/** Everybody invented so far; nobody shares the whole name and the birthday with another. */
final class Census {
    private final List<DemoPerson> persons = new ArrayList<>();
    private final Set<String> known = new HashSet<>();
    private final AddressBook addresses = new AddressBook();
    private final Dice dice;

    Census(Dice dice) {
        this.dice = dice;
    }

    /** Somebody who can be written to and called. */
    DemoPerson reachable(Sex sex, Supplier<PersonName> name, LocalDate bornOn, String domain) {
        var taken = unused(name, bornOn);
        return enter(new DemoPerson(dice.id(), taken, sex, bornOn, addresses.email(taken, domain), addresses.phone()));
    }

    /** A child too small for an address of their own. */
    DemoPerson small(Sex sex, Supplier<PersonName> name, LocalDate bornOn) {
        return enter(new DemoPerson(dice.id(), unused(name, bornOn), sex, bornOn, null, null));
    }

    List<DemoPerson> persons() {
        return List.copyOf(persons);
    }

    private PersonName unused(Supplier<PersonName> draw, LocalDate bornOn) {
        var name = draw.get();
        while (!known.add(name.full() + bornOn)) name = draw.get();
        return name;
    }

    private DemoPerson enter(DemoPerson person) {
        persons.add(person);
        return person;
    }
}
