package school.chancery.people.web;

import static school.chancery.organization.DocumentLanguage.RUSSIAN;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import school.chancery.organization.Organizations;
import school.chancery.organization.SchoolClasses;
import school.chancery.organization.SchoolYears;
import school.chancery.organization.Subject;
import school.chancery.organization.Subjects;
import school.chancery.people.Staff;

/** What the forms offer to choose from: value → text. */
@Component
@Transactional(readOnly = true)
class PeopleChoices {
    private final Staff staff;
    private final Subjects subjects;
    private final SchoolYears years;
    private final SchoolClasses classes;
    private final Organizations organizations;
    private final MessageSource messages;

    PeopleChoices(
            Staff staff,
            Subjects subjects,
            SchoolYears years,
            SchoolClasses classes,
            Organizations organizations,
            MessageSource messages) {
        this.staff = staff;
        this.subjects = subjects;
        this.years = years;
        this.classes = classes;
        this.organizations = organizations;
        this.messages = messages;
    }

    /** Subjects that are taught, by code. */
    public Map<String, String> subjects(UUID organizationId) {
        var names = new LinkedHashMap<String, String>();
        subjects.of(organizationId).stream()
                .filter(Subject::active)
                .forEach(subject -> names.put(subject.code(), subject.name()));
        return names;
    }

    /** Everybody employed today. */
    public Map<UUID, String> employees(UUID organizationId) {
        var names = new LinkedHashMap<UUID, String>();
        staff.employed(organizationId, organizations.today(organizationId))
                .forEach(member -> names.put(member.id(), member.name().full() + ", " + member.position()));
        return names;
    }

    /** Classes, groups and associations of the school year of that day, by id. */
    public Map<UUID, String> classes(UUID organizationId, LocalDate day) {
        var names = new LinkedHashMap<UUID, String>();
        years.on(organizationId, day)
                .ifPresent(year -> classes.ofYear(year.id()).stream()
                        .filter(one -> one.isOpenOn(day))
                        .forEach(one -> names.put(one.id(), one.label())));
        return names;
    }

    String text(String key) {
        return messages.getMessage(key, null, LocaleContextHolder.getLocale());
    }

    /** A word as orders have it: in Russian, whatever language the writer reads the page in. */
    String wordOfOrder(String key) {
        return messages.getMessage(key, null, RUSSIAN);
    }
}
