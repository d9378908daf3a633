package school.chancery.students.web;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import school.chancery.people.PersonName;
import school.chancery.people.Persons;
import school.chancery.students.domain.TransferWords;

/** Whom the register has already who may be the one that answers for a child. */
@Component
class GuardianChoices {
    private final Persons persons;
    private final TransferWords words;

    GuardianChoices(Persons persons, TransferWords words) {
        this.persons = persons;
        this.words = words;
    }

    /** The likeliest first, each by name and day of birth. */
    Map<UUID, String> alike(PersonName name) {
        var found = new LinkedHashMap<UUID, String>();
        for (var each : persons.alike(name, null)) {
            var person = each.person();
            var born = person.bornOn() == null ? "" : ", " + TransferWords.date(person.bornOn());
            found.put(person.id(), person.name().full() + born);
        }
        return found;
    }

    /** The same for a form, with somebody new as the last. */
    Map<String, String> choice(Map<UUID, String> alike) {
        var offered = new LinkedHashMap<String, String>();
        alike.forEach((id, text) -> offered.put(id.toString(), text));
        offered.put(EnrolNewcomerForm.NEW, words.text("students.newcomer.guardian-new"));
        return offered;
    }
}
