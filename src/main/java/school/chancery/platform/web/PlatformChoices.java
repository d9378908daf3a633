package school.chancery.platform.web;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import school.chancery.identity.Accounts;
import school.chancery.organization.Organizations;
import school.chancery.people.Staff;
import school.chancery.people.StaffMember;
import school.chancery.platform.domain.AppointmentKind;
import school.chancery.platform.domain.AppointmentView;
import school.chancery.platform.domain.Appointments;
import school.chancery.platform.domain.Platform;
import school.chancery.platform.domain.Platforms;
import school.chancery.platform.domain.Reliefs;

/** What the start forms offer to choose from: id → text. */
@Component
@Transactional(readOnly = true)
class PlatformChoices {
    private final Platforms platforms;
    private final Staff staff;
    private final Accounts accounts;
    private final Appointments appointments;
    private final Reliefs reliefs;
    private final Organizations organizations;
    private final MessageSource messages;

    PlatformChoices(
            Platforms platforms,
            Staff staff,
            Accounts accounts,
            Appointments appointments,
            Reliefs reliefs,
            Organizations organizations,
            MessageSource messages) {
        this.platforms = platforms;
        this.staff = staff;
        this.accounts = accounts;
        this.appointments = appointments;
        this.reliefs = reliefs;
        this.organizations = organizations;
        this.messages = messages;
    }

    public Map<UUID, String> platforms() {
        var names = new LinkedHashMap<UUID, String>();
        for (Platform platform : platforms.all()) names.put(platform.id(), platform.name());
        return names;
    }

    /** Everybody employed today; who has no account says so. */
    public Map<UUID, String> employees(UUID organizationId) {
        var employed = staff.employed(organizationId, organizations.today(organizationId));
        var known =
                accounts.ofPersons(employed.stream().map(StaffMember::personId).toList());
        var names = new LinkedHashMap<UUID, String>();
        for (var member : employed) {
            var text = member.name().full() + ", " + member.position();
            names.put(
                    member.id(),
                    known.containsKey(member.personId()) ? text : text + " " + text("platform.choice.no-account"));
        }
        return names;
    }

    /** Main administrators in force: one of them may be replaced. */
    public Map<UUID, String> mains(UUID organizationId) {
        var names = new LinkedHashMap<UUID, String>();
        for (var main : appointments.active(organizationId)) {
            if (main.kind() == AppointmentKind.MAIN) names.put(main.id(), text(main));
        }
        return names;
    }

    /** Administrators in force whose relief is not under way. */
    public Map<UUID, String> relievable(UUID organizationId) {
        var names = new LinkedHashMap<UUID, String>();
        for (var one : appointments.active(organizationId)) {
            if (!reliefs.isUnderWay(one.id())) names.put(one.id(), text(one));
        }
        return names;
    }

    private String text(AppointmentView appointment) {
        var name = staff.find(appointment.staffId()).orElseThrow().name().full();
        var platform = platforms.require(appointment.platformId()).name();
        return name + ", " + platform + ", " + text("platform.kind." + appointment.kind());
    }

    private String text(String key) {
        return messages.getMessage(key, null, LocaleContextHolder.getLocale());
    }
}
