package school.chancery.platform.domain;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import school.chancery.audit.Audit;
import school.chancery.audit.AuditEntry;
import school.chancery.organization.Organizations;
import school.chancery.organization.RussianPhone;
import school.chancery.platform.OrganizationRegistered;
import school.chancery.platform.domain.ApplicationDecisions.Decision;
import school.chancery.platform.domain.ApplicationDecisions.Entry;

/** What happens after the application went out: the platform's reply, activation, profile, structure (F010–F012, F017). */
@Service
@Transactional
public class PlatformRegistration {
    private final ApplicationRepository applications;
    private final ApplicationVersions versions;
    private final ApplicationDecisions decisions;
    private final Profiles profiles;
    private final Structures structures;
    private final Organizations organizations;
    private final Audit audit;
    private final ApplicationEventPublisher events;

    PlatformRegistration(
            ApplicationRepository applications,
            ApplicationVersions versions,
            ApplicationDecisions decisions,
            Profiles profiles,
            Structures structures,
            Organizations organizations,
            Audit audit,
            ApplicationEventPublisher events) {
        this.applications = applications;
        this.versions = versions;
        this.decisions = decisions;
        this.profiles = profiles;
        this.structures = structures;
        this.organizations = organizations;
        this.audit = audit;
        this.events = events;
    }

    /**
     * The platform's reply as a person read it.
     *
     * @param words the platform's, needed for everything but the registration
     * @param receivedMail the mail it was read from, if any
     */
    public record RecordedReply(
            PlatformReply reply,
            @Nullable String words,
            LocalDate on,
            @Nullable UUID receivedMail,
            UUID by) {}

    public void recordReply(UUID id, RecordedReply recorded) {
        var application = entity(id);
        application.reply(recorded.reply());
        var decision = Decision.valueOf(recorded.reply().name());
        decisions.add(
                application.view(),
                new Entry(
                        decision,
                        recorded.words(),
                        recorded.on(),
                        application.view().versions()),
                recorded.by(),
                recorded.receivedMail());
        record("platform.reply-recorded", application.view());
    }

    /** Why nobody can have become administrator by this number; empty when it is the application's very own (F011). */
    @Transactional(readOnly = true)
    public Optional<Refusal> refusal(UUID id, String phone) {
        var promised = versions.latest(id).orElseThrow().contactPhone();
        var used = RussianPhone.mobile(phone);
        if (used.isEmpty()) return Optional.of(new Refusal("phone", "platform.refused.contactPhone"));
        return used.get().equals(promised)
                ? Optional.empty()
                : Optional.of(new Refusal("phone", "platform.refused.other-phone"));
    }

    /** The administrator has signed up by the number of the application. */
    public void activate(UUID id, LocalDate on) {
        var application = entity(id);
        application.activate(on);
        record("platform.administrator-activated", application.view());
    }

    /** The organization's data now stand on the platform; what has to be built there is computed from the register. */
    public void fill(UUID id, ProfileData profile, UUID by) {
        var application = entity(id);
        application.fill(organizations.today(application.view().organizationId()));
        profiles.put(application.view().organizationId(), application.view().platformId(), profile, by);
        structures.plan(application.view());
        record("platform.profile-filled", application.view());
    }

    /** The structure is built as far as it can be. */
    public void finish(UUID id) {
        var application = entity(id);
        application.build();
        var view = application.view();
        record("platform.organization-registered", view);
        events.publishEvent(new OrganizationRegistered(id, view.organizationId(), view.platformId()));
    }

    private void record(String action, ApplicationView application) {
        audit.record(AuditEntry.of(action, application.organizationId(), "application", application.id())
                .with("state", application.state().name()));
    }

    private Application entity(UUID id) {
        return applications.findById(id).orElseThrow(() -> new IllegalArgumentException("application " + id));
    }
}
