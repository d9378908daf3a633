package school.chancery.platform.web;

import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import school.chancery.identity.Role;
import school.chancery.identity.SignedIn;
import school.chancery.platform.domain.Applications;
import school.chancery.platform.domain.Appointments;
import school.chancery.platform.domain.Platforms;
import school.chancery.platform.domain.Profiles;
import school.chancery.platform.domain.Publications;
import school.chancery.platform.domain.Standings;
import school.chancery.platform.process.RegisterOrganizationProcess;
import school.chancery.workflow.Cases;

/** Where the organization stands on the platform; for the district, where its schools stand. */
@Controller
class OverviewController {
    private final Appointments appointments;
    private final Applications applications;
    private final Profiles profiles;
    private final Platforms platforms;
    private final Publications publications;
    private final Standings standings;
    private final AppointmentCards appointmentCards;
    private final ApplicationCards applicationCards;
    private final Cases cases;

    OverviewController(
            Appointments appointments,
            Applications applications,
            Profiles profiles,
            Platforms platforms,
            Publications publications,
            Standings standings,
            AppointmentCards appointmentCards,
            ApplicationCards applicationCards,
            Cases cases) {
        this.appointments = appointments;
        this.applications = applications;
        this.profiles = profiles;
        this.platforms = platforms;
        this.publications = publications;
        this.standings = standings;
        this.appointmentCards = appointmentCards;
        this.applicationCards = applicationCards;
        this.cases = cases;
    }

    @GetMapping("/platform")
    @PreAuthorize(
            "hasAnyRole('DIRECTOR', 'DEPUTY', 'SECRETARY', 'COORDINATOR', 'NETWORK_ADMINISTRATOR', 'PLATFORM_ADMINISTRATOR', 'DISTRICT_HEAD', 'DISTRICT_SPECIALIST')")
    String overview(@AuthenticationPrincipal SignedIn me, Model model) {
        return me.roles().stream().anyMatch(Role::isDistrict) ? schools(me, model) : school(me, model);
    }

    /** «Нет ответа платформы»: schools whose application the platform has left unanswered for too long. */
    @GetMapping("/platform/unanswered")
    @PreAuthorize("hasAnyRole('DISTRICT_HEAD', 'DISTRICT_SPECIALIST')")
    String unanswered(@AuthenticationPrincipal SignedIn me, Model model) {
        model.addAttribute("schools", standings.unanswered(me.organizationId()));
        return "platform/unanswered";
    }

    private String schools(SignedIn me, Model model) {
        var schools = standings.ofSchools(me.organizationId());
        model.addAttribute("schools", schools);
        model.addAttribute(
                "silent", schools.stream().filter(one -> one.tellsDistrict()).count());
        return "platform/schools";
    }

    private String school(SignedIn me, Model model) {
        model.addAttribute(
                "administrators",
                appointments.active(me.organizationId()).stream()
                        .map(one -> new Administrator(appointmentCards.of(one), publications.of(one.id())))
                        .toList());
        model.addAttribute(
                "applications",
                applications.of(me.organizationId()).stream()
                        .map(one -> new Registering(applicationCards.of(one), caseOf(one.id())))
                        .toList());
        model.addAttribute(
                "registered",
                platforms.all().stream()
                        .filter(each ->
                                profiles.find(me.organizationId(), each.id()).isPresent())
                        .toList());
        model.addAttribute("maintains", me.has(Role.PLATFORM_ADMINISTRATOR));
        model.addAttribute(
                "proposes",
                Stream.of(Role.DEPUTY, Role.DIRECTOR, Role.SECRETARY).anyMatch(me::has));
        return "platform/overview";
    }

    private Optional<String> caseOf(UUID application) {
        return cases.find(RegisterOrganizationProcess.KEY, application).map(Cases.CaseState::processInstanceId);
    }

    /** An administrator in force and where the order stands on the website. */
    public record Administrator(AppointmentCard appointment, Optional<Publications.Publication> publication) {}

    /** An application and its case. */
    public record Registering(ApplicationCard application, Optional<String> caseId) {}
}
