package school.chancery.platform.process;

import java.time.LocalDate;
import java.util.UUID;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import school.chancery.organization.DocumentLanguage;
import school.chancery.organization.Organizations;
import school.chancery.platform.domain.AppointmentView;
import school.chancery.platform.domain.Platforms;
import school.chancery.platform.domain.ProposedAppointment;

/** What stands beside the names of tasks: the platform and a date, never a person. */
@Component
class PlatformLabels {

    private final MessageSource messages;
    private final Platforms platforms;
    private final Organizations organizations;

    PlatformLabels(MessageSource messages, Platforms platforms, Organizations organizations) {
        this.messages = messages;
        this.platforms = platforms;
        this.organizations = organizations;
    }

    String appointment(ProposedAppointment proposed) {
        return label("platform.appoint.label", proposed.platformId(), proposed.effectiveOn());
    }

    String relief(AppointmentView appointment, LocalDate on) {
        return label("platform.relieve.label", appointment.platformId(), on);
    }

    String application(String reference) {
        return messages.getMessage("platform.register.label", new Object[] {reference}, DocumentLanguage.RUSSIAN);
    }

    /** The moment a day begins where the organization is, as timers of models read it. */
    String startOfDay(UUID organizationId, LocalDate day) {
        return day.atStartOfDay(organizations.require(organizationId).zone())
                .toInstant()
                .toString();
    }

    private String label(String key, UUID platformId, LocalDate on) {
        return messages.getMessage(
                key,
                new Object[] {platforms.require(platformId).name(), "%td.%<tm.%<tY".formatted(on)},
                DocumentLanguage.RUSSIAN);
    }
}
