package school.chancery.identity.domain;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import school.chancery.audit.Audit;
import school.chancery.audit.AuditEntry;
import school.chancery.identity.Accounts;
import school.chancery.identity.Ground;
import school.chancery.identity.NewAccount;
import school.chancery.identity.Role;
import school.chancery.identity.RoleGrant;
import school.chancery.identity.Roles;
import school.chancery.organization.Organizations;

/**
 * A director comes by the founder's act, which is no order of the school: the district office records it (F182). The
 * predecessor's role ends the day before.
 */
@Service
public class DirectorGround {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd.MM.yyyy");

    private final JdbcClient jdbc;
    private final Organizations organizations;
    private final Accounts accounts;
    private final Roles roles;
    private final Audit audit;

    DirectorGround(JdbcClient jdbc, Organizations organizations, Accounts accounts, Roles roles, Audit audit) {
        this.jdbc = jdbc;
        this.organizations = organizations;
        this.accounts = accounts;
        this.roles = roles;
        this.audit = audit;
    }

    /**
     * The founder's act.
     *
     * @param login of the new director: an account that is there already, or a new one
     * @param from first day in office
     */
    public record Act(
            UUID schoolId,
            String login,
            String displayName,
            @Nullable String email,
            String number,
            LocalDate date,
            LocalDate from) {
        Ground ground() {
            return new Ground(
                    Ground.Kind.FOUNDER_ACT, null, "акт учредителя № %s от %s".formatted(number, DAY.format(date)));
        }
    }

    /** How the recording ended. */
    public sealed interface Outcome {
        /** @param password of the account opened for it, to be handed over once; null when the account was there */
        record Recorded(String login, @Nullable String password) implements Outcome {}

        /** The login belongs to somebody of another name. */
        record LoginTaken() implements Outcome {}

        /** Somebody else is director from that day on already, or the same person is. */
        record Overlaps() implements Outcome {}
    }

    @Transactional
    public Outcome record(UUID officeId, Act act) {
        requireSchool(officeId, act.schoolId());
        var known = known(act.login());
        if (known.isPresent() && !known.get().displayName().equalsIgnoreCase(act.displayName()))
            return new Outcome.LoginTaken();
        if (isDirectorLater(act)) return new Outcome.Overlaps();
        endPredecessor(act);
        var password = known.isPresent() ? null : PasswordMaker.make();
        var account = known.map(Known::id).orElseGet(() -> open(act, password));
        roles.grant(new RoleGrant(account, act.schoolId(), Role.DIRECTOR, act.from(), null, act.ground(), null));
        audit.record(AuditEntry.of("identity.director-recorded", act.schoolId(), "account", account)
                .with("act", act.number())
                .with("date", act.date().toString()));
        return new Outcome.Recorded(act.login(), password);
    }

    private void requireSchool(UUID officeId, UUID schoolId) {
        if (organizations.schoolsOf(officeId).stream()
                .noneMatch(school -> school.id().equals(schoolId)))
            throw new IllegalArgumentException("not a school of this office: " + schoolId);
    }

    private boolean isDirectorLater(Act act) {
        return jdbc.sql("""
                        select exists (select from identity.role_assignments
                            where organization_id = ? and role = 'DIRECTOR' and substitutes_id is null
                                and valid_from >= ? and coalesce(valid_to, 'infinity') >= valid_from)
                        """)
                .params(act.schoolId(), act.from())
                .query(Boolean.class)
                .single();
    }

    private void endPredecessor(Act act) {
        var lastDay = act.from().minusDays(1);
        for (var holder : jdbc.sql("""
                        select account_id from identity.role_assignments
                        where organization_id = ? and role = 'DIRECTOR' and substitutes_id is null
                            and coalesce(valid_to, 'infinity') >= ?
                        """)
                .params(act.schoolId(), act.from())
                .query(UUID.class)
                .list()) roles.end(holder, act.schoolId(), Role.DIRECTOR, lastDay, act.ground());
    }

    private Optional<Known> known(String login) {
        return jdbc.sql(
                        "select id, display_name from identity.accounts where lower(login) = lower(?) and disabled_at is null")
                .param(login)
                .query(Known.class)
                .optional();
    }

    private UUID open(Act act, String password) {
        return accounts.open(new NewAccount(act.login(), act.displayName(), act.email(), null, password, true, false));
    }

    /** The schools of the office with their directors of today; those without one first. */
    @Transactional(readOnly = true)
    public List<SchoolHead> heads(UUID officeId) {
        return jdbc.sql("""
                        select o.id, o.short_name as school, v.display_name as name, v.valid_from as since,
                            v.ground_text as ground
                        from organization.organizations o
                        left join identity.v_assignment v on v.organization_id = o.id and v.role = 'DIRECTOR'
                            and v.substitutes_id is null and :today between v.valid_from and coalesce(v.valid_to, 'infinity')
                        where o.district_office_id = :office
                        order by v.display_name is not null, o.short_name
                        """)
                .param("today", organizations.today(officeId))
                .param("office", officeId)
                .query(SchoolHead.class)
                .list();
    }

    /** A school and who heads it. */
    public record SchoolHead(
            UUID id,
            String school,
            @Nullable String name,
            @Nullable LocalDate since,
            @Nullable String ground) {}

    private record Known(UUID id, String displayName) {}
}
