package school.chancery.people.web;

import java.util.LinkedHashMap;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.springframework.validation.Errors;
import school.chancery.people.Persons;
import school.chancery.people.Persons.Alike;

/** Shows whoever resembles somebody of the register before a second row is made of them. */
@Component
class WhoIsThis {
    private final Persons persons;
    private final PeopleChoices choices;

    WhoIsThis(Persons persons, PeopleChoices choices) {
        this.persons = persons;
        this.choices = choices;
    }

    /** The answer is believed only about somebody who was offered: an id made up is nobody. */
    void ask(Introduced form, Errors faults, Model model) {
        var alike = persons.alike(form.name(), form.bornOn());
        if (alike.isEmpty() && form.person() == null || form.isSomebodyNew()) return;
        var offered = new LinkedHashMap<String, String>();
        alike.forEach(found -> offered.put(found.person().id().toString(), text(found)));
        if (form.known().map(id -> offered.containsKey(id.toString())).orElse(false)) return;
        offered.put(Introduced.NEW, choices.text("people.hire.start.somebody-new"));
        model.addAttribute("alike", offered);
        faults.rejectValue("person", "people.refused.who-is-this");
    }

    private static String text(Alike found) {
        var born = found.person().bornOn();
        return found.person().name().full() + (born == null ? "" : ", %td.%<tm.%<tY".formatted(born));
    }
}
