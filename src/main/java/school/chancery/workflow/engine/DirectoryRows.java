package school.chancery.workflow.engine;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import school.chancery.audit.Actor;
import school.chancery.identity.Role;
import school.chancery.organization.DocumentLanguage;

/** The views of {@code identity}, narrowed to whom the caller may see. */
@Component
class DirectoryRows {
    private static final UUID NONE = new UUID(0, 0);
    private static final String VISIBLE = "(:all or u.account_id = :me or exists (select from identity.v_membership m"
            + " where m.account_id = u.account_id and m.organization_id = :organization))";

    private final JdbcClient jdbc;
    private final MessageSource messages;

    DirectoryRows(JdbcClient jdbc, MessageSource messages) {
        this.jdbc = jdbc;
        this.messages = messages;
    }

    List<Person> people(Reach reach, @Nullable Collection<UUID> ids, @Nullable String group, @Nullable String tenant) {
        if (ids != null && ids.isEmpty()) return List.of();
        return jdbc.sql("select u.user_id, u.display_name, u.email from identity.v_user u where " + VISIBLE
                        + " and (:anybody or u.account_id in (:ids))"
                        + " and (:group::text is null or exists (select from identity.v_membership g"
                        + " where g.account_id = u.account_id and g.group_id = :group))"
                        + " and (:tenant::text is null or exists (select from identity.v_tenant_member t"
                        + " where t.account_id = u.account_id and t.code = :tenant))"
                        + " order by u.display_name, u.user_id")
                .param("all", reach.all())
                .param("me", reach.accountId())
                .param("organization", reach.organizationId())
                .param("anybody", ids == null)
                .param("ids", ids == null ? List.of(NONE) : ids)
                .param("group", group)
                .param("tenant", tenant)
                .query(Person.class)
                .list();
    }

    /** Groups a task may name, with the names people read. */
    List<Named> groups(Reach reach, @Nullable Set<String> ids) {
        var generic = Stream.of(EngineRights.PORTAL, EngineRights.OFFICE, EngineRights.DISTRICT, EngineRights.ADMIN)
                .filter(id -> reach.all())
                .map(this::named);
        var ofOrganizations = jdbc.sql("""
                select group_id, role, organization_name from identity.v_group
                where (:all or organization_id = :organization or group_id in (:ids))
                  and (:any or group_id in (:ids)) order by group_id""")
                .param("all", reach.all())
                .param("organization", reach.organizationId())
                .param("any", ids == null)
                .param("ids", ids == null || ids.isEmpty() ? Set.of("") : ids)
                .query((row, number) -> new Named(row.getString("group_id"), roleName(row.getString("role"))))
                .list();
        return Stream.concat(generic, ofOrganizations.stream()).toList();
    }

    /** A group one is in, with the name people read. */
    Named named(String group) {
        var role = group.substring(group.indexOf('.') + 1);
        return new Named(group, group.contains(".") ? roleName(role) : group);
    }

    private String roleName(String code) {
        return messages.getMessage("identity.role." + Role.ofCode(code), null, code, DocumentLanguage.RUSSIAN);
    }

    List<String> memberships(Reach reach, UUID accountId) {
        return jdbc.sql("""
                select group_id from identity.v_membership
                where account_id = :account and (:all or organization_id = :organization)""")
                .param("account", accountId)
                .param("all", reach.all())
                .param("organization", reach.organizationId())
                .query(String.class)
                .list();
    }

    /** Tenants of the caller, or of another account as far as the caller may know. */
    List<Named> tenants(Reach reach, Actor caller, @Nullable UUID other, boolean ofOther) {
        if (ofOther && !reach.all()) return List.of();
        return jdbc.sql("""
                select t.code as id, t.name from identity.v_tenant t
                where (not :ofOther and (:all or t.organization_id in (:visible)))
                   or (:ofOther and exists (select from identity.v_tenant_member m
                        where m.account_id = :other and m.organization_id = t.organization_id))
                order by t.code""")
                .param("ofOther", ofOther)
                .param("all", reach.all())
                .param(
                        "visible",
                        caller.visibleOrganizations().isEmpty() ? List.of(NONE) : caller.visibleOrganizations())
                .param("other", other)
                .query(Named.class)
                .list();
    }

    /** How far the caller sees: everything, or oneself and the people of one organization. */
    record Reach(
            boolean all, @Nullable UUID accountId, @Nullable UUID organizationId) {}

    record Person(
            String userId, String displayName, @Nullable String email) {}

    record Named(String id, String name) {}
}
