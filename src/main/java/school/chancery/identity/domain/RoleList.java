package school.chancery.identity.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import school.chancery.audit.Audit;
import school.chancery.audit.AuditEntry;
import school.chancery.identity.Role;
import school.chancery.organization.Organizations;

/** Who has which right, from when, and why (F077, F170): for the person, and for those who answer for the organization. */
@Service
public class RoleList {
    private static final String SELECT = """
            select r.id, a.display_name as name, o.short_name as organization, r.role, r.valid_from, r.valid_to,
                r.ground_text as ground, r.end_ground_text as end_ground, s.display_name as substituted,
                not coalesce(r.valid_to < :today, false) as current
            from identity.role_assignments r
            join identity.accounts a on a.id = r.account_id
            join organization.organizations o on o.id = r.organization_id
            left join identity.accounts s on s.id = r.substitutes_id
            """;

    private final JdbcClient jdbc;
    private final Organizations organizations;
    private final Audit audit;

    RoleList(JdbcClient jdbc, Organizations organizations, Audit audit) {
        this.jdbc = jdbc;
        this.organizations = organizations;
        this.audit = audit;
    }

    /** @param substituted whose rights these are; null for a role of one's own */
    public record Row(
            UUID id,
            String name,
            String organization,
            Role role,
            LocalDate validFrom,
            @Nullable LocalDate validTo,
            String ground,
            @Nullable String endGround,
            @Nullable String substituted,
            boolean current) {}

    /** Roles in force of one person, in all organizations: everybody may know their own. */
    public List<Row> ofAccount(UUID accountId) {
        return jdbc.sql("""
                        select r.id, r.display_name as name, o.short_name as organization, r.role, r.valid_from,
                            r.valid_to, r.ground_text as ground, null as end_ground, s.display_name as substituted,
                            true as current
                        from identity.v_assignment r
                        join organization.organizations o on o.id = r.organization_id
                        left join identity.accounts s on s.id = r.substitutes_id
                        where r.account_id = ? and coalesce(r.valid_to, 'infinity') >= (now() at time zone o.zone)::date
                        order by o.short_name, r.role, r.valid_from
                        """).param(accountId).query(Row.class).list();
    }

    /** Everybody's of an organization, also those that ended when {@code ended} is asked for; the reading is recorded. */
    @Transactional
    public List<Row> ofOrganization(UUID organizationId, boolean ended) {
        var rows = jdbc.sql(SELECT
                        + " where r.organization_id = :organization and (:ended or coalesce(r.valid_to, 'infinity') >= :today)"
                        + " order by r.role, current desc, a.display_name, r.valid_from")
                .param("organization", organizationId)
                .param("today", organizations.today(organizationId))
                .param("ended", ended)
                .query(Row.class)
                .list();
        var ids = rows.stream().map(Row::id).toList();
        audit.record(new AuditEntry("identity.roles-read", organizationId, "role-assignment", ids, Map.of()));
        return rows;
    }
}
