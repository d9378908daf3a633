package school.chancery.platform.web;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import school.chancery.platform.domain.Applications;
import school.chancery.platform.domain.Appointments;
import school.chancery.platform.domain.Publications;
import school.chancery.platform.domain.Reliefs;
import school.chancery.platform.process.AppointAdministratorProcess;
import school.chancery.platform.process.RegisterOrganizationProcess;
import school.chancery.platform.process.RelieveAdministratorProcess;
import school.chancery.workflow.CaseSection;

/** What the case page shows of an appointment, a relief or an application. */
@Component
class PlatformSections implements CaseSection {
    private final Appointments appointments;
    private final Reliefs reliefs;
    private final Applications applications;
    private final Publications publications;
    private final AppointmentCards appointmentCards;
    private final ApplicationCards applicationCards;

    PlatformSections(
            Appointments appointments,
            Reliefs reliefs,
            Applications applications,
            Publications publications,
            AppointmentCards appointmentCards,
            ApplicationCards applicationCards) {
        this.appointments = appointments;
        this.reliefs = reliefs;
        this.applications = applications;
        this.publications = publications;
        this.appointmentCards = appointmentCards;
        this.applicationCards = applicationCards;
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<View> of(String processKey, UUID businessKey) {
        return switch (processKey) {
            case AppointAdministratorProcess.KEY -> appointment(businessKey);
            case RelieveAdministratorProcess.KEY -> relief(businessKey);
            case RegisterOrganizationProcess.KEY -> application(businessKey);
            default -> Optional.empty();
        };
    }

    private Optional<View> appointment(UUID id) {
        return appointments
                .find(id)
                .map(found -> new View(
                        "platform/sections :: appointment",
                        Map.of("appointment", appointmentCards.of(found), "publication", publications.of(id))));
    }

    private Optional<View> relief(UUID id) {
        return reliefs.find(id)
                .map(found -> new View(
                        "platform/sections :: relief",
                        Map.of(
                                "relief",
                                found,
                                "appointment",
                                appointmentCards.of(appointments.require(found.appointmentId())))));
    }

    private Optional<View> application(UUID id) {
        return applications
                .find(id)
                .map(found -> new View(
                        "platform/sections :: application", Map.of("application", applicationCards.of(found))));
    }
}
