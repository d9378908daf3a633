package school.chancery.platform.domain;

import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import school.chancery.audit.Audit;
import school.chancery.audit.AuditEntry;
import school.chancery.mail.Outbox;

/** Sending an approved application (F039): owed to the outbox once per attempt, sent by it, settled by its word. */
@Service
@Transactional
public class ApplicationDelivery {
    private final ApplicationRepository applications;
    private final ApplicationMails mails;
    private final Sendings sendings;
    private final Outbox outbox;
    private final Audit audit;
    private final Clock clock;

    ApplicationDelivery(
            ApplicationRepository applications,
            ApplicationMails mails,
            Sendings sendings,
            Outbox outbox,
            Audit audit,
            Clock clock) {
        this.applications = applications;
        this.mails = mails;
        this.sendings = sendings;
        this.outbox = outbox;
        this.audit = audit;
        this.clock = clock;
    }

    /** Puts the latest version into the outbox with the order of appointment; there already = no change. */
    public void send(UUID id) {
        var application = entity(id);
        if (!application.send()) return;
        var view = application.view();
        var mail = outbox.owe(mails.application(view));
        sendings.add(view, mail, clock.instant());
        record("platform.application-owed", view);
    }

    /**
     * The outbox has delivered a mail, or given it up.
     *
     * @return the application to be told; empty for mails that are no application's present attempt
     */
    public Optional<ApplicationView> settle(UUID mailId, boolean sent) {
        return sendings.applicationOf(mailId)
                .map(this::entity)
                .filter(application -> application.view().state() == ApplicationState.SENDING)
                .map(application -> settle(application, sent));
    }

    /** Another address for the next attempt. */
    public void redirect(UUID id, String address) {
        var application = entity(id);
        application.redirect(address);
        record("platform.application-redirected", application.view());
    }

    /** Asks the platform where its answer is; once per version, and only while there is none. */
    public void remind(UUID id) {
        var application = entity(id).view();
        if (application.state() != ApplicationState.SENT) return;
        outbox.owe(mails.reminder(application));
        record("platform.platform-reminded", application);
    }

    /** Tells the district's specialists that the platform does not answer; once. */
    public void tellDistrict(UUID id) {
        var application = entity(id);
        if (!application.tellDistrict(clock.instant())) return;
        mails.toDistrict(application.view()).forEach(outbox::owe);
        record("platform.district-told", application.view());
    }

    private ApplicationView settle(Application application, boolean sent) {
        application.settle(sent);
        record(sent ? "platform.application-sent" : "platform.application-undelivered", application.view());
        return application.view();
    }

    private void record(String action, ApplicationView application) {
        audit.record(AuditEntry.of(action, application.organizationId(), "application", application.id())
                .with("version", Integer.toString(application.versions()))
                .with("attempt", Integer.toString(application.attempts())));
    }

    private Application entity(UUID id) {
        return applications.findById(id).orElseThrow(() -> new IllegalArgumentException("application " + id));
    }
}
