package school.chancery.workflow.web;

import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import school.chancery.identity.Account;
import school.chancery.identity.Accounts;
import school.chancery.identity.Role;
import school.chancery.identity.Roles;
import school.chancery.organization.Organization;
import school.chancery.organization.Organizations;
import school.chancery.workflow.domain.CaseTree;
import school.chancery.workflow.domain.DecisionRegister.Decision;

/** The names that stand on a page, looked up all at once. */
@Component
class People {
    private final Accounts accounts;
    private final Roles roles;
    private final Organizations organizations;

    People(Accounts accounts, Roles roles, Organizations organizations) {
        this.accounts = accounts;
        this.roles = roles;
        this.organizations = organizations;
    }

    static Names nobody() {
        return new Names(Map.of(), Map.of());
    }

    /** Of these assignees. */
    Names of(Collection<String> accountIds) {
        var ids = new HashSet<UUID>();
        accountIds.stream().map(People::id).filter(Objects::nonNull).forEach(ids::add);
        return new Names(ids.isEmpty() ? Map.of() : accounts.findAll(ids), Map.of());
    }

    /** Of everybody in the file, and of those who could take its open tasks. */
    Names of(Organization owner, CaseFile file) {
        var holders = holders(owner, file.tasks());
        var ids = new HashSet<@Nullable UUID>();
        file.tree().stream().map(CaseTree.Instance::startedBy).forEach(ids::add);
        file.tasks().stream().map(CaseTree.Task::assignee).map(People::id).forEach(ids::add);
        file.decisions().stream().map(Decision::accountId).forEach(ids::add);
        file.decisions().stream().map(Decision::substitutedAccountId).forEach(ids::add);
        holders.values().forEach(ids::addAll);
        ids.remove(null);
        return new Names(accounts.findAll(ids), holders);
    }

    private Map<String, Set<UUID>> holders(Organization owner, List<CaseTree.Task> tasks) {
        var today = organizations.today(owner.id());
        var ofRole = new EnumMap<Role, List<UUID>>(Role.class);
        var holders = new HashMap<String, Set<UUID>>();
        for (var task : tasks) {
            var all = new HashSet<UUID>();
            split(task.users()).map(People::id).filter(Objects::nonNull).forEach(all::add);
            for (var role : roles(task.groups(), owner.code()))
                all.addAll(ofRole.computeIfAbsent(role, each -> roles.holders(owner.id(), each, today)));
            holders.put(task.id(), all);
        }
        return holders;
    }

    /** The roles behind a list of groups. */
    static List<Role> roles(@Nullable String groups, String organizationCode) {
        var prefix = organizationCode + ".";
        return split(groups)
                .filter(group -> group.startsWith(prefix))
                .map(group -> Role.ofCode(group.substring(prefix.length())))
                .toList();
    }

    static Stream<String> split(@Nullable String list) {
        return list == null ? Stream.empty() : Stream.of(list.split(","));
    }

    private static @Nullable UUID id(@Nullable String text) {
        try {
            return text == null ? null : UUID.fromString(text);
        } catch (IllegalArgumentException nobody) {
            return null;
        }
    }

    /** Names by account; knows nobody where names are not shown. */
    record Names(Map<UUID, Account> accounts, Map<String, Set<UUID>> holders) {
        @Nullable
        String of(@Nullable UUID accountId) {
            var account = accountId == null ? null : accounts.get(accountId);
            return account == null ? null : account.displayName();
        }

        @Nullable
        String of(@Nullable String accountId) {
            return of(id(accountId));
        }

        /** Who could take the task, by name. */
        List<String> holders(String taskId) {
            return holders.getOrDefault(taskId, Set.of()).stream()
                    .map(this::of)
                    .filter(Objects::nonNull)
                    .sorted()
                    .toList();
        }
    }
}
