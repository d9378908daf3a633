package school.chancery.workflow.engine;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.Tenant;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.GroupQueryImpl;
import org.camunda.bpm.engine.impl.TenantQueryImpl;
import org.camunda.bpm.engine.impl.UserQueryImpl;
import org.camunda.bpm.engine.impl.persistence.entity.GroupEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TenantEntity;
import org.camunda.bpm.engine.impl.persistence.entity.UserEntity;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import school.chancery.audit.Acting;

/**
 * Adapter: answers the engine's questions about people, groups and tenants with what the acting session may see. One
 * organization has some hundred accounts, so narrowing down is done here and not in SQL put together from parts.
 */
@Component
class EngineDirectory {
    private final EngineRights rights;
    private final DirectoryRows rows;

    EngineDirectory(EngineRights rights, DirectoryRows rows) {
        this.rights = rights;
        this.rows = rows;
    }

    List<User> users(UserQueryImpl query) {
        var ids = ids(query.getId(), query.getIds());
        return rows.people(reach(), accounts(ids), query.getGroupId(), query.getTenantId()).stream()
                .map(EngineDirectory::user)
                .filter(user -> matches(user.getFirstName(), query.getFirstName(), query.getFirstNameLike()))
                .filter(user -> matches(user.getLastName(), query.getLastName(), query.getLastNameLike()))
                .filter(user -> matches(user.getEmail(), query.getEmail(), query.getEmailLike()))
                .toList();
    }

    List<Group> groups(GroupQueryImpl query) {
        var ids = ids(query.getId(), query.getIds());
        var found = query.getUserId() == null
                ? rows.groups(reach(), ids).stream()
                : groupsOf(query.getUserId()).map(rows::named);
        return found.filter(group -> ids == null || ids.contains(group.id()))
                .filter(group -> query.getTenantId() == null || group.id().startsWith(query.getTenantId() + "."))
                .filter(group -> matches(group.name(), query.getName(), query.getNameLike()))
                .map(EngineDirectory::group)
                .toList();
    }

    // Of oneself what the active organization gives; of others only what they are there.
    private Stream<String> groupsOf(String userId) {
        var caller = Acting.current();
        var account = account(userId);
        if (account == null) return Stream.empty();
        if (account.equals(caller.accountId()) && caller.organizationId() != null)
            return rights.groups(account, caller.organizationId()).stream();
        return rows.memberships(reach(), account).stream();
    }

    List<Tenant> tenants(TenantQueryImpl query) {
        var caller = Acting.current();
        var ids = ids(query.getId(), query.getIds());
        var ofOther = query.getUserId() != null && !query.getUserId().equals(String.valueOf(caller.accountId()));
        return rows.tenants(reach(), caller, ofOther ? account(query.getUserId()) : null, ofOther).stream()
                .filter(tenant -> ids == null || ids.contains(tenant.id()))
                .filter(tenant ->
                        query.getGroupId() == null || query.getGroupId().startsWith(tenant.id() + "."))
                .filter(tenant -> matches(tenant.name(), query.getName(), query.getNameLike()))
                .map(EngineDirectory::tenant)
                .toList();
    }

    /**
     * Whose people the caller may see: those of the active organization, since an office looks at its schools' cases
     * without their persons; the product and the system administrator see all.
     */
    private DirectoryRows.Reach reach() {
        var caller = Acting.current();
        if (caller.seesAll()) return new DirectoryRows.Reach(true, null, null);
        var administrator = caller.accountId() != null
                && caller.organizationId() != null
                && rights.groups(caller.accountId(), caller.organizationId()).contains(EngineRights.ADMIN);
        return new DirectoryRows.Reach(administrator, caller.accountId(), caller.organizationId());
    }

    private static @Nullable Set<String> ids(@Nullable String one, String @Nullable [] several) {
        if (one != null) return Set.of(one);
        return several == null ? null : Set.copyOf(Arrays.asList(several));
    }

    private static @Nullable List<UUID> accounts(@Nullable Set<String> ids) {
        return ids == null
                ? null
                : ids.stream()
                        .map(EngineDirectory::account)
                        .filter(Objects::nonNull)
                        .toList();
    }

    private static @Nullable UUID account(String id) {
        try {
            return UUID.fromString(id);
        } catch (IllegalArgumentException noAccount) {
            return null;
        }
    }

    private static boolean matches(@Nullable String value, @Nullable String exact, @Nullable String pattern) {
        if (exact != null && !exact.equals(value)) return false;
        if (pattern == null) return true;
        var part = pattern.replace("%", "").toLowerCase(Locale.ROOT);
        return value != null && value.toLowerCase(Locale.ROOT).contains(part);
    }

    private static User user(DirectoryRows.Person row) {
        var user = new UserEntity(row.userId());
        // The engine puts first and last name together; our short name is one.
        user.setFirstName("");
        user.setLastName(row.displayName());
        user.setEmail(row.email());
        return user;
    }

    private static Group group(DirectoryRows.Named row) {
        var group = new GroupEntity(row.id());
        group.setName(row.name());
        group.setType("CHANCERY");
        return group;
    }

    private static Tenant tenant(DirectoryRows.Named row) {
        var tenant = new TenantEntity(row.id());
        tenant.setName(row.name());
        return tenant;
    }
}
