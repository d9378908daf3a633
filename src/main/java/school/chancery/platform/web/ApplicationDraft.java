package school.chancery.platform.web;

import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import school.chancery.identity.Accounts;
import school.chancery.identity.Role;
import school.chancery.identity.Roles;
import school.chancery.organization.Organizations;
import school.chancery.people.Contacts;
import school.chancery.people.Staff;
import school.chancery.people.StaffMember;
import school.chancery.platform.domain.ApplicationData;
import school.chancery.platform.domain.ApplicationVersions;
import school.chancery.platform.domain.ApplicationView;
import school.chancery.platform.domain.Appointments;

/** What an application starts from: its last version, or what the registers know already. */
@Component
class ApplicationDraft {
    private final ApplicationVersions versions;
    private final Appointments appointments;
    private final Organizations organizations;
    private final Staff staff;
    private final Roles roles;
    private final Accounts accounts;

    ApplicationDraft(
            ApplicationVersions versions,
            Appointments appointments,
            Organizations organizations,
            Staff staff,
            Roles roles,
            Accounts accounts) {
        this.versions = versions;
        this.appointments = appointments;
        this.organizations = organizations;
        this.staff = staff;
        this.roles = roles;
        this.accounts = accounts;
    }

    @Transactional(readOnly = true)
    public ApplicationData of(ApplicationView application) {
        return versions.latest(application.id()).orElseGet(() -> fromRegisters(application));
    }

    private ApplicationData fromRegisters(ApplicationView application) {
        var organization = organizations.require(application.organizationId());
        var requisites = organizations.requisites(application.organizationId());
        var staffId = appointments.require(application.appointmentId()).staffId();
        var contacts = staff.contacts(staffId).orElse(new Contacts(null, null));
        return new ApplicationData(
                organization.fullName(),
                organization.shortName(),
                requisites.inn(),
                requisites.ogrn(),
                requisites.address(),
                head(application.organizationId()),
                null,
                null,
                null,
                staff.find(staffId).map(ApplicationDraft::name).orElse(null),
                contacts.email(),
                contacts.phone());
    }

    private @Nullable String head(UUID organizationId) {
        var today = organizations.today(organizationId);
        return roles.holders(organizationId, Role.DIRECTOR, today).stream()
                .findFirst()
                .flatMap(accounts::find)
                .flatMap(account -> Optional.ofNullable(account.personId()))
                .flatMap(person -> staff.ofPerson(organizationId, person, today))
                .map(ApplicationDraft::name)
                .orElse(null);
    }

    private static String name(StaffMember member) {
        return member.name().full();
    }
}
