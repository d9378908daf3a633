package school.chancery.workflow.web;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import school.chancery.audit.Acting;
import school.chancery.identity.Role;
import school.chancery.organization.Organization;
import school.chancery.organization.Organizations;
import school.chancery.workflow.domain.CaseTree;
import school.chancery.workflow.domain.DecisionRegister.Decision;
import school.chancery.workflow.engine.EngineActor;

/**
 * Who may see a case: the office of its organization and whoever takes part in it, wholly; the district for its schools,
 * without anything about persons. For everybody else there is no such case.
 */
@Component
class CaseAccess {
    private final EngineActor actor;
    private final Organizations organizations;

    CaseAccess(EngineActor actor, Organizations organizations) {
        this.actor = actor;
        this.organizations = organizations;
    }

    enum Sight {
        WHOLE,
        WITHOUT_PERSONS
    }

    Optional<Sight> of(List<CaseTree.Instance> tree, List<CaseTree.Task> tasks, List<Decision> decisions) {
        if (tree.isEmpty()) return Optional.empty();
        return organizations.findByCode(tree.get(0).tenant()).flatMap(owner -> of(owner, tree, tasks, decisions));
    }

    private Optional<Sight> of(
            Organization owner, List<CaseTree.Instance> tree, List<CaseTree.Task> tasks, List<Decision> decisions) {
        var person = Acting.current();
        if (person.accountId() == null || !person.visibleOrganizations().contains(owner.id())) return Optional.empty();
        var groups = actor.groups();
        if (!owner.id().equals(person.organizationId()))
            return holds(groups, Role::isDistrict) ? Optional.of(Sight.WITHOUT_PERSONS) : Optional.empty();
        var takesPart = participants(tree, tasks, decisions)
                .anyMatch(each -> each.equals(person.accountId().toString()) || groups.contains(each));
        return takesPart || holds(groups, role -> role.isOffice() || role.isDistrict())
                ? Optional.of(Sight.WHOLE)
                : Optional.empty();
    }

    private static boolean holds(Set<String> groups, Predicate<Role> kind) {
        return Stream.of(Role.values()).filter(kind).anyMatch(role -> groups.contains("role." + role.code()));
    }

    private static Stream<String> participants(
            List<CaseTree.Instance> tree, List<CaseTree.Task> tasks, List<Decision> decisions) {
        var starters = tree.stream().map(CaseTree.Instance::startedBy);
        var deciders = decisions.stream().map(Decision::accountId);
        var accounts =
                Stream.concat(starters, deciders).filter(Objects::nonNull).map(UUID::toString);
        var holders = tasks.stream()
                .flatMap(task -> Stream.of(task.assignee(), task.groups(), task.users()))
                .filter(Objects::nonNull)
                .flatMap(list -> Stream.of(list.split(",")));
        return Stream.concat(accounts, holders);
    }
}
