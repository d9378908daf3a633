package school.chancery.platform.domain;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import school.chancery.audit.Audit;
import school.chancery.audit.AuditEntry;
import school.chancery.platform.domain.ApplicationDecisions.Decision;

/** Applications for registration, from the first draft to the head's approval (F009, F039–F041). */
@Service
@Transactional
public class Applications {
    private final ApplicationRepository applications;
    private final ApplicationVersions versions;
    private final ApplicationDecisions decisions;
    private final Appointments appointments;
    private final Platforms platforms;
    private final Audit audit;
    private final Clock clock;

    Applications(
            ApplicationRepository applications,
            ApplicationVersions versions,
            ApplicationDecisions decisions,
            Appointments appointments,
            Platforms platforms,
            Audit audit,
            Clock clock) {
        this.applications = applications;
        this.versions = versions;
        this.decisions = decisions;
        this.appointments = appointments;
        this.platforms = platforms;
        this.audit = audit;
        this.clock = clock;
    }

    /** Opens an application; only an administrator in force can, and only one may run per organization and platform. */
    public Answer open(UUID organizationId, UUID platformId, UUID by) {
        var refusals = new ArrayList<Refusal>();
        var platform = platforms.find(platformId);
        if (platform.isEmpty()) refusals.add(new Refusal("platformId", "platform.refused.unknown-platform"));
        var appointment = appointments.active(organizationId).stream()
                .filter(one -> one.platformId().equals(platformId) && by.equals(one.accountId()))
                .findFirst();
        if (platform.isPresent() && appointment.isEmpty()) {
            refusals.add(new Refusal("platformId", "platform.refused.not-its-administrator"));
        }
        if (running(organizationId, platformId).isPresent()) {
            refusals.add(new Refusal("platformId", "platform.refused.application-running"));
        }
        if (!refusals.isEmpty()) return new Answer.Refused(refusals);
        var address = platform.orElseThrow().registrationAddress();
        var opened = applications
                .saveAndFlush(new Application(appointment.orElseThrow(), nextReference(), address, by, clock.instant()))
                .view();
        record("platform.application-opened", opened);
        return new Answer.Accepted(opened.id());
    }

    /** A new version, ready for the head. */
    public void submit(UUID id, ApplicationData data, UUID by) {
        var application = entity(id);
        var number = application.submit();
        versions.add(application.view(), number, data, by, clock.instant());
        record("platform.application-submitted", application.view());
    }

    public void approve(UUID id, UUID by) {
        var application = entity(id);
        application.approve();
        decisions.add(application.view(), Decision.APPROVED, null, by);
        record("platform.application-approved", application.view());
    }

    public void sendBack(UUID id, String words, UUID by) {
        var application = entity(id);
        application.sendBack();
        decisions.add(application.view(), Decision.SENT_BACK, words, by);
        record("platform.application-sent-back", application.view());
    }

    @Transactional(readOnly = true)
    public Optional<ApplicationView> find(UUID id) {
        return applications.findById(id).map(Application::view);
    }

    /** @throws IllegalArgumentException when there is none that the actor sees */
    @Transactional(readOnly = true)
    public ApplicationView require(UUID id) {
        return entity(id).view();
    }

    /** Newest first. */
    @Transactional(readOnly = true)
    public List<ApplicationView> of(UUID organizationId) {
        return applications.findByOrganizationIdOrderByOpenedAtDesc(organizationId).stream()
                .map(Application::view)
                .toList();
    }

    @Transactional(readOnly = true)
    public Optional<ApplicationView> running(UUID organizationId, UUID platformId) {
        return of(organizationId).stream()
                .filter(one ->
                        one.platformId().equals(platformId) && one.state().isRunning())
                .findFirst();
    }

    private String nextReference() {
        return "ШК-%06d".formatted(applications.nextNumber());
    }

    private void record(String action, ApplicationView application) {
        audit.record(AuditEntry.of(action, application.organizationId(), "application", application.id())
                .with("version", Integer.toString(application.versions())));
    }

    private Application entity(UUID id) {
        return applications.findById(id).orElseThrow(() -> new IllegalArgumentException("application " + id));
    }
}
