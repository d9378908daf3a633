package school.chancery.workflow.web;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import school.chancery.audit.Acting;
import school.chancery.identity.Account;
import school.chancery.identity.Accounts;
import school.chancery.identity.Role;
import school.chancery.identity.Roles;
import school.chancery.organization.Organization;
import school.chancery.organization.Organizations;
import school.chancery.workflow.domain.CaseTree;
import school.chancery.workflow.domain.DecisionRegister.Decision;
import school.chancery.workflow.engine.EngineActor;

/** The names that stand on the page of a case, looked up all at once. */
@Component
class People {
    private final Accounts accounts;
    private final Roles roles;
    private final Organizations organizations;
    private final EngineActor actor;

    People(Accounts accounts, Roles roles, Organizations organizations, EngineActor actor) {
        this.accounts = accounts;
        this.roles = roles;
        this.organizations = organizations;
        this.actor = actor;
    }

    Names of(Organization owner, List<CaseTree.Instance> tree, List<CaseTree.Task> tasks, List<Decision> decisions) {
        var holders = new HashMap<String, List<UUID>>();
        tasks.forEach(task -> holders.put(task.id(), holders(task, owner)));
        var ids = new HashSet<UUID>();
        tree.forEach(each -> ids.add(each.startedBy()));
        tasks.forEach(task -> ids.add(id(task.assignee())));
        holders.values().forEach(ids::addAll);
        decisions.forEach(each -> ids.add(each.accountId()));
        decisions.forEach(each -> ids.add(each.substitutedAccountId()));
        ids.remove(null);
        return new Names(accounts.findAll(ids), holders);
    }

    static Names nobody() {
        return new Names(Map.of(), Map.of());
    }

    private List<UUID> holders(CaseTree.Task task, Organization owner) {
        var today = organizations.today(owner.id());
        var all = new ArrayList<UUID>();
        split(task.users()).map(People::id).filter(Objects::nonNull).forEach(all::add);
        for (var role : roles(task, owner)) all.addAll(roles.holders(owner.id(), role, today));
        return all.stream().distinct().toList();
    }

    static List<Role> roles(CaseTree.Task task, Organization owner) {
        var prefix = owner.code() + ".";
        return split(task.groups())
                .filter(group -> group.startsWith(prefix))
                .map(group -> Role.ofCode(group.substring(prefix.length())))
                .toList();
    }

    boolean mayOpen(CaseTree.Task task) {
        var me = String.valueOf(Acting.current().accountId());
        if (task.assignee() != null) return task.assignee().equals(me);
        var groups = actor.groups();
        return split(task.users()).anyMatch(me::equals) || split(task.groups()).anyMatch(groups::contains);
    }

    private static Stream<String> split(@Nullable String list) {
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
    record Names(Map<UUID, Account> accounts, Map<String, List<UUID>> holders) {
        @Nullable
        String of(@Nullable UUID accountId) {
            var account = accountId == null ? null : accounts.get(accountId);
            return account == null ? null : account.displayName();
        }

        @Nullable
        String of(@Nullable String accountId) {
            return of(id(accountId));
        }

        List<String> holders(CaseTree.Task task) {
            return holders.getOrDefault(task.id(), List.of()).stream()
                    .map(this::of)
                    .filter(Objects::nonNull)
                    .toList();
        }
    }
}
