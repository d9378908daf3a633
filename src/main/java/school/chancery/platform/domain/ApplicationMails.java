package school.chancery.platform.domain;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import school.chancery.documents.Documents;
import school.chancery.identity.Account;
import school.chancery.identity.Accounts;
import school.chancery.identity.Role;
import school.chancery.identity.Roles;
import school.chancery.mail.OutgoingMail;
import school.chancery.mail.OutgoingMail.Attachment;
import school.chancery.orders.Orders;
import school.chancery.organization.DocumentLanguage;
import school.chancery.organization.Organizations;

/** The mails of a registration, in the words of the office. */
@Component
class ApplicationMails {

    private final ApplicationVersions versions;
    private final Appointments appointments;
    private final Platforms platforms;
    private final Organizations organizations;
    private final Orders orders;
    private final Documents documents;
    private final Roles roles;
    private final Accounts accounts;
    private final MessageSource messages;

    ApplicationMails(
            ApplicationVersions versions,
            Appointments appointments,
            Platforms platforms,
            Organizations organizations,
            Orders orders,
            Documents documents,
            Roles roles,
            Accounts accounts,
            MessageSource messages) {
        this.versions = versions;
        this.appointments = appointments;
        this.platforms = platforms;
        this.organizations = organizations;
        this.orders = orders;
        this.documents = documents;
        this.roles = roles;
        this.accounts = accounts;
        this.messages = messages;
    }

    /** The application with the registered order of appointment attached (F040). */
    OutgoingMail application(ApplicationView application) {
        var platform = platforms.require(application.platformId()).name();
        var order = Objects.requireNonNull(
                appointments.require(application.appointmentId()).orderId());
        var text = text(
                "platform.mail.application.text",
                platform,
                profile(versions.latest(application.id()).orElseThrow()),
                orders.reference(order),
                application.reference());
        return mail(
                application,
                "platform.application:%s:%d:%d"
                        .formatted(application.id(), application.versions(), application.attempts()),
                text("platform.mail.application.subject", shortName(application), platform),
                text,
                List.of(orderCopy(order)));
    }

    OutgoingMail reminder(ApplicationView application) {
        return mail(
                application,
                "platform.reminder:%s:%d".formatted(application.id(), application.versions()),
                text("platform.mail.reminder.subject", shortName(application)),
                text("platform.mail.reminder.text", shortName(application), application.reference()),
                List.of());
    }

    /** One to each specialist of the office that has an address. No names, no contact data. */
    List<OutgoingMail> toDistrict(ApplicationView application) {
        var office = organizations.require(application.organizationId()).districtOfficeId();
        if (office == null) return List.of();
        var specialists = roles.holders(office, Role.DISTRICT_SPECIALIST, organizations.today(office));
        return accounts.findAll(specialists).values().stream()
                .filter(account -> account.email() != null)
                .map(account -> unanswered(application, office, account))
                .toList();
    }

    private OutgoingMail unanswered(ApplicationView application, UUID office, Account to) {
        var platform = platforms.require(application.platformId()).name();
        return new OutgoingMail(
                office,
                "platform.unanswered:%s:%s".formatted(application.id(), to.id()),
                application.id(),
                Objects.requireNonNull(to.email()),
                text("platform.mail.unanswered.subject", shortName(application), platform),
                text("platform.mail.unanswered.text", shortName(application), platform, application.reference()),
                application.reference(),
                List.of());
    }

    private OutgoingMail mail(
            ApplicationView application, String key, String subject, String text, List<Attachment> attachments) {
        return new OutgoingMail(
                application.organizationId(),
                key,
                application.id(),
                application.sendTo(),
                subject,
                text,
                application.reference(),
                attachments);
    }

    private Attachment orderCopy(UUID orderId) {
        var copy = Objects.requireNonNull(orders.find(orderId).orElseThrow().registeredCopyId());
        var stored = documents.find(copy).orElseThrow();
        return new Attachment(stored.name(), stored.mediaType(), documents.bytes(copy));
    }

    private String profile(ApplicationData data) {
        return Stream.of(
                        line(ApplicationField.FULL_NAME, data.fullName()),
                        line(ApplicationField.SHORT_NAME, data.shortName()),
                        line(ApplicationField.INN, data.inn()),
                        line(ApplicationField.OGRN, data.ogrn()),
                        line(ApplicationField.ADDRESS, data.address()),
                        line(ApplicationField.HEAD, data.head()),
                        line(ApplicationField.EMAIL, data.email()),
                        line(ApplicationField.PHONE, data.phone()),
                        line(ApplicationField.SITE, data.site()),
                        "",
                        line(ApplicationField.CONTACT_NAME, data.contactName()),
                        line(ApplicationField.CONTACT_EMAIL, data.contactEmail()),
                        line(ApplicationField.CONTACT_PHONE, data.contactPhone()))
                .filter(Objects::nonNull)
                .collect(Collectors.joining("\n"));
    }

    private @Nullable String line(ApplicationField field, @Nullable String value) {
        return value == null ? null : text("platform.field." + field.property()) + ": " + value;
    }

    private String shortName(ApplicationView application) {
        return organizations.require(application.organizationId()).shortName();
    }

    private String text(String key, Object... arguments) {
        return messages.getMessage(key, arguments, DocumentLanguage.RUSSIAN);
    }
}
