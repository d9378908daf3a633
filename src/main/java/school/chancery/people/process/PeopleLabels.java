package school.chancery.people.process;

import static school.chancery.organization.DocumentLanguage.RUSSIAN;

import java.time.LocalDate;
import java.util.UUID;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import school.chancery.organization.Organizations;

/** What stands beside the names of tasks: a date, never a person. */
@Component
class PeopleLabels {
    private final MessageSource messages;
    private final Organizations organizations;

    PeopleLabels(MessageSource messages, Organizations organizations) {
        this.messages = messages;
        this.organizations = organizations;
    }

    String dated(String key, LocalDate day) {
        return messages.getMessage(key, new Object[] {"%td.%<tm.%<tY".formatted(day)}, RUSSIAN);
    }

    /** The moment a day begins where the organization is, as timers of models read it. */
    String startOfDay(UUID organizationId, LocalDate day) {
        return day.atStartOfDay(organizations.require(organizationId).zone())
                .toInstant()
                .toString();
    }
}
