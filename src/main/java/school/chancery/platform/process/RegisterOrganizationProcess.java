package school.chancery.platform.process;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import school.chancery.platform.domain.Answer;
import school.chancery.platform.domain.ApplicationData;
import school.chancery.platform.domain.ApplicationDelivery;
import school.chancery.platform.domain.Applications;
import school.chancery.platform.domain.PlatformRegistration;
import school.chancery.platform.domain.PlatformRegistration.RecordedReply;
import school.chancery.platform.domain.PlatformReply;
import school.chancery.platform.domain.ProfileData;
import school.chancery.platform.domain.Refusal;
import school.chancery.workflow.Cases;
import school.chancery.workflow.Facts;
import school.chancery.workflow.NewCase;
import school.chancery.workflow.OpenTask;
import school.chancery.workflow.ProcessVariable;
import school.chancery.workflow.Tasks;

/** {@code register-organization}; business key = application id. Tasks are completed before the register changes. */
@Component
public class RegisterOrganizationProcess {
    public static final String KEY = "register-organization";
    public static final String PREPARE_APPLICATION = "UserTask_PrepareApplication";
    public static final String APPROVE_APPLICATION = "UserTask_ApproveApplication";
    public static final String FIX_DELIVERY = "UserTask_FixDelivery";
    public static final String RECORD_REPLY = "UserTask_RecordReply";
    public static final String ACTIVATE_ADMINISTRATOR = "UserTask_ActivateAdministrator";
    public static final String FILL_PROFILE = "UserTask_FillProfile";

    static final String MAIL_SENT = "platform.application-mail-sent";
    static final String MAIL_FAILED = "platform.application-mail-failed";
    static final ProcessVariable<Approval> APPROVAL = ProcessVariable.choice("approval", Approval.class);
    static final ProcessVariable<PlatformReply> PLATFORM_REPLY =
            ProcessVariable.choice("platformReply", PlatformReply.class);
    static final ProcessVariable<String> REMIND_PLATFORM_AT = ProcessVariable.code("remindPlatformAt");
    static final ProcessVariable<String> ESCALATE_AT = ProcessVariable.code("escalateAt");

    private final Applications applications;
    private final ApplicationDelivery delivery;
    private final PlatformRegistration registration;
    private final Cases cases;
    private final Facts facts;
    private final Tasks tasks;
    private final PlatformLabels labels;

    RegisterOrganizationProcess(
            Applications applications,
            ApplicationDelivery delivery,
            PlatformRegistration registration,
            Cases cases,
            Facts facts,
            Tasks tasks,
            PlatformLabels labels) {
        this.applications = applications;
        this.delivery = delivery;
        this.registration = registration;
        this.cases = cases;
        this.facts = facts;
        this.tasks = tasks;
        this.labels = labels;
    }

    public enum Approval {
        APPROVE,
        RETURN
    }

    @Transactional
    public Started start(UUID organizationId, UUID platformId, UUID by) {
        var answer = applications.open(organizationId, platformId, by);
        if (answer instanceof Answer.Refused refused) return new Started.Refused(refused.reasons());
        var application = applications.require(((Answer.Accepted) answer).id());
        var label = labels.application(application.reference());
        return new Started.Running(
                cases.start(new NewCase(KEY, application.id(), organizationId, label, List.of())), false);
    }

    @Transactional
    public void submit(OpenTask task, ApplicationData data, UUID by) {
        tasks.complete(task, "SUBMIT", null, List.of());
        applications.submit(task.businessKey(), data, by);
    }

    @Transactional
    public void approve(OpenTask task, UUID by) {
        tasks.complete(task, Approval.APPROVE.name(), null, List.of(APPROVAL.with(Approval.APPROVE)));
        applications.approve(task.businessKey(), by);
    }

    @Transactional
    public void sendBack(OpenTask task, String words, UUID by) {
        tasks.complete(task, Approval.RETURN.name(), words, List.of(APPROVAL.with(Approval.RETURN)));
        applications.sendBack(task.businessKey(), words, by);
    }

    /** Told when the outbox has settled a mail; nothing happens for mails that are no application's present attempt. */
    @Transactional
    public void mailSettled(UUID mailId, boolean sent) {
        delivery.settle(mailId, sent)
                .ifPresent(application -> facts.tell(
                        sent ? MAIL_SENT : MAIL_FAILED,
                        application.organizationId(),
                        application.id(),
                        mailId,
                        List.of()));
    }

    @Transactional
    public void redirect(OpenTask task, String address) {
        tasks.complete(task, "SEND_AGAIN", null, List.of());
        delivery.redirect(task.businessKey(), address);
    }

    @Transactional
    public void recordReply(OpenTask task, RecordedReply reply) {
        tasks.complete(task, reply.reply().name(), reply.words(), List.of(PLATFORM_REPLY.with(reply.reply())));
        registration.recordReply(task.businessKey(), reply);
    }

    @Transactional
    public Optional<Refusal> activate(OpenTask task, String phone, LocalDate on) {
        var refusal = registration.refusal(task.businessKey(), phone);
        if (refusal.isPresent()) return refusal;
        tasks.complete(task, "ACTIVATED", null, List.of());
        registration.activate(task.businessKey(), on);
        return Optional.empty();
    }

    @Transactional
    public void fillProfile(OpenTask task, ProfileData profile, UUID by) {
        tasks.complete(task, "FILLED", null, List.of());
        registration.fill(task.businessKey(), profile, by);
    }
}
