package school.chancery.identity.domain;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import school.chancery.audit.Audit;
import school.chancery.audit.AuditEntry;
import school.chancery.identity.Ground;
import school.chancery.identity.Role;
import school.chancery.identity.RoleGrant;
import school.chancery.identity.RoleHolder;
import school.chancery.identity.Roles;
import school.chancery.identity.Substitution;
import school.chancery.organization.OrganizationType;
import school.chancery.organization.Organizations;

@Service
class RoleRegister implements Roles {
    private static final String IN_FORCE = " where organization_id = :organization and role = :role"
            + " and :on between valid_from and coalesce(valid_to, 'infinity') ";

    private static final Set<Role> WORK = EnumSet.complementOf(EnumSet.of(Role.PARENT, Role.STUDENT));

    private final JdbcClient jdbc;
    private final Organizations organizations;
    private final RoleEndings endings;
    private final Audit audit;
    private final Clock clock;

    RoleRegister(JdbcClient jdbc, Organizations organizations, RoleEndings endings, Audit audit, Clock clock) {
        this.jdbc = jdbc;
        this.organizations = organizations;
        this.endings = endings;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    @Transactional
    public UUID grant(RoleGrant grant) {
        check(grant);
        return same(grant).orElseGet(() -> insert(grant));
    }

    private void check(RoleGrant grant) {
        if (grant.ground().kind() == Ground.Kind.DOCUMENT)
            throw new IllegalArgumentException("a paper that is no order gives no role");
        var office = organizations.require(grant.organizationId()).type() == OrganizationType.DISTRICT_OFFICE;
        if (grant.role() != Role.SYSTEM_ADMINISTRATOR && office != grant.role().isDistrict())
            throw new IllegalArgumentException("no role " + grant.role() + " in such an organization");
        var substituted = grant.substitutes();
        if (substituted == null) return;
        if (grant.to() == null) throw new IllegalArgumentException("a substitution has a last day");
        if (!has(substituted, grant.organizationId(), grant.role(), grant.from()))
            throw new IllegalArgumentException("nobody is substituted in a role they do not have");
    }

    private Optional<UUID> same(RoleGrant grant) {
        return bind(grant, """
                        select id from identity.role_assignments
                        where account_id = :account and organization_id = :organization and role = :role
                            and valid_from = :from and substitutes_id is not distinct from :substitutes
                            and ground_kind = :kind and ground_id is not distinct from :ground and ground_text = :text
                        """).query(UUID.class).optional();
    }

    private UUID insert(RoleGrant grant) {
        var id = UUID.randomUUID();
        bind(grant, """
                        insert into identity.role_assignments (id, account_id, organization_id, role, valid_from,
                            valid_to, substitutes_id, ground_kind, ground_id, ground_text, granted_at)
                        values (:id, :account, :organization, :role, :from, :to, :substitutes, :kind, :ground, :text, :now)
                        """)
                .param("id", id)
                .param("to", grant.to())
                .param("now", OffsetDateTime.now(clock))
                .update();
        audit.record(
                entry("identity.role-granted", grant.organizationId(), List.of(id), grant.accountId(), grant.role())
                        .with("from", grant.from().toString())
                        .with("ground", grant.ground().kind().name()));
        return id;
    }

    private JdbcClient.StatementSpec bind(RoleGrant grant, String sql) {
        return jdbc.sql(sql)
                .param("account", grant.accountId())
                .param("organization", grant.organizationId())
                .param("role", grant.role().name())
                .param("from", grant.from())
                .param("substitutes", grant.substitutes(), Types.OTHER)
                .param("kind", grant.ground().kind().name())
                .param("ground", grant.ground().id(), Types.OTHER)
                .param("text", grant.ground().text());
    }

    @Override
    @Transactional
    public void end(UUID accountId, UUID organizationId, Role role, LocalDate lastDay, Ground ground) {
        end(accountId, organizationId, Set.of(role), lastDay, ground);
    }

    @Override
    @Transactional
    public void endWork(UUID accountId, UUID organizationId, LocalDate lastDay, Ground ground) {
        end(accountId, organizationId, WORK, lastDay, ground);
    }

    @Override
    @Transactional
    public void endGivenBy(UUID orderId, UUID organizationId, LocalDate lastDay, Ground ground) {
        end("ground_kind = 'ORDER' and ground_id = :order", organizationId, lastDay, ground, Map.of("order", orderId));
    }

    private void end(UUID accountId, UUID organizationId, Set<Role> which, LocalDate lastDay, Ground ground) {
        var roles = which.stream().map(Role::name).toArray(String[]::new);
        end(
                "account_id = :account and role = any (:roles)",
                organizationId,
                lastDay,
                ground,
                Map.of("account", accountId, "roles", roles));
    }

    private void end(String which, UUID organizationId, LocalDate lastDay, Ground ground, Map<String, ?> parameters) {
        var ended = jdbc.sql("""
                        update identity.role_assignments
                        set valid_to = greatest(:last, valid_from - 1), end_ground_kind = :kind, end_ground_id = :ground,
                            end_ground_text = :text
                        where %s and organization_id = :organization
                            and coalesce(valid_to, 'infinity') > greatest(:last, valid_from - 1)
                        returning id, account_id, role
                        """.formatted(which))
                .params(parameters)
                .param("last", lastDay)
                .param("kind", ground.kind().name())
                .param("ground", ground.id(), Types.OTHER)
                .param("text", ground.text())
                .param("organization", organizationId)
                .query((row, number) -> new Ended(
                        row.getObject("id", UUID.class),
                        row.getObject("account_id", UUID.class),
                        Role.valueOf(row.getString("role"))))
                .list();
        if (ended.isEmpty()) return;
        for (var one : ended)
            audit.record(entry("identity.role-ended", organizationId, List.of(one.id()), one.account(), one.role())
                    .with("lastDay", lastDay.toString())
                    .with("ground", ground.kind().name()));
        endings.announce(ended.stream().map(Ended::id).toList());
    }

    private record Ended(UUID id, UUID account, Role role) {}

    private static AuditEntry entry(String action, UUID organization, List<UUID> ids, UUID account, Role role) {
        return new AuditEntry(action, organization, "role-assignment", ids, Map.of())
                .with("account", account.toString())
                .with("role", role.code());
    }

    @Override
    public Set<Role> own(UUID accountId, UUID organizationId, LocalDate on) {
        var roles = jdbc.sql("""
                        select distinct role from identity.v_assignment
                        where account_id = ? and organization_id = ? and substitutes_id is null
                            and ? between valid_from and coalesce(valid_to, 'infinity')
                        """)
                .params(accountId, organizationId, on)
                .query((row, number) -> Role.valueOf(row.getString("role")))
                .list();
        return roles.isEmpty() ? Set.of() : EnumSet.copyOf(roles);
    }

    @Override
    public boolean has(UUID accountId, UUID organizationId, Role role, LocalDate on) {
        return jdbc.sql("select exists (select from identity.v_assignment" + IN_FORCE + "and account_id = :account)")
                .param("organization", organizationId)
                .param("role", role.name())
                .param("on", on)
                .param("account", accountId)
                .query(Boolean.class)
                .single();
    }

    @Override
    public List<UUID> holders(UUID organizationId, Role role, LocalDate on) {
        return jdbc.sql(
                        "select account_id from identity.v_assignment" + IN_FORCE
                                + "group by account_id order by bool_and(substitutes_id is not null), min(valid_from), account_id")
                .param("organization", organizationId)
                .param("role", role.name())
                .param("on", on)
                .query(UUID.class)
                .list();
    }

    @Override
    public List<RoleHolder> inForce(UUID organizationId, Role role, LocalDate on) {
        var holders = new LinkedHashMap<UUID, RoleHolder>();
        jdbc.sql("""
                        select v.account_id, v.display_name as holder_name, v.substitutes_id, s.display_name,
                            v.ground_kind, v.ground_id, v.ground_text
                        from identity.v_assignment v left join identity.accounts s on s.id = v.substitutes_id
                        """ + IN_FORCE + "order by v.substitutes_id is not null, v.valid_from, v.account_id, s.id")
                .param("organization", organizationId)
                .param("role", role.name())
                .param("on", on)
                .query(RoleRegister::holder)
                .list()
                .forEach(holder -> holders.putIfAbsent(holder.accountId(), holder));
        return List.copyOf(holders.values());
    }

    private static RoleHolder holder(ResultSet row, int number) throws SQLException {
        var substitution = row.getObject("substitutes_id") == null
                ? Optional.<Substitution>empty()
                : Optional.of(substitution(row, number));
        return new RoleHolder(row.getObject("account_id", UUID.class), row.getString("holder_name"), substitution);
    }

    @Override
    public Optional<Substitution> substitution(UUID accountId, UUID organizationId, Role role, LocalDate on) {
        return jdbc.sql("select v.substitutes_id, s.display_name, v.ground_kind, v.ground_id, v.ground_text"
                        + " from (select *, bool_or(substitutes_id is null) over () as own from identity.v_assignment"
                        + IN_FORCE + "and account_id = :account) v"
                        + " join identity.accounts s on s.id = v.substitutes_id where not v.own"
                        + " order by v.valid_from, s.id limit 1")
                .param("organization", organizationId)
                .param("role", role.name())
                .param("on", on)
                .param("account", accountId)
                .query(RoleRegister::substitution)
                .optional();
    }

    private static Substitution substitution(ResultSet row, int number) throws SQLException {
        return new Substitution(
                row.getObject("substitutes_id", UUID.class),
                row.getString("display_name"),
                new Ground(
                        Ground.Kind.valueOf(row.getString("ground_kind")),
                        row.getObject("ground_id", UUID.class),
                        row.getString("ground_text")));
    }
}
