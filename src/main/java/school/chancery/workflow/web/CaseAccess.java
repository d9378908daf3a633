package school.chancery.workflow.web;

import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import school.chancery.audit.Acting;
import school.chancery.identity.Role;
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

    CaseAccess(EngineActor actor) {
        this.actor = actor;
    }

    enum Sight {
        WHOLE,
        WITHOUT_PERSONS
    }

    Optional<Sight> of(CaseFile file) {
        var person = Acting.current();
        var owner = file.root().organizationId();
        if (person.accountId() == null || !person.visibleOrganizations().contains(owner)) return Optional.empty();
        var groups = actor.groups();
        if (!owner.equals(person.organizationId()))
            return holds(groups, Role::isDistrict) ? Optional.of(Sight.WITHOUT_PERSONS) : Optional.empty();
        var takesPart = participants(file)
                .anyMatch(each -> each.equals(person.accountId().toString()) || groups.contains(each));
        return takesPart || holds(groups, role -> role.isOffice() || role.isDistrict())
                ? Optional.of(Sight.WHOLE)
                : Optional.empty();
    }

    private static boolean holds(Set<String> groups, Predicate<Role> kind) {
        return Stream.of(Role.values()).filter(kind).anyMatch(role -> groups.contains("role." + role.code()));
    }

    private static Stream<String> participants(CaseFile file) {
        var starters = file.tree().stream().map(CaseTree.Instance::startedBy);
        var deciders = file.decisions().stream().map(Decision::accountId);
        var accounts =
                Stream.concat(starters, deciders).filter(Objects::nonNull).map(UUID::toString);
        var holders = file.tasks().stream()
                .flatMap(task -> Stream.of(
                        Stream.ofNullable(task.assignee()), People.split(task.groups()), People.split(task.users())))
                .flatMap(each -> each);
        return Stream.concat(accounts, holders);
    }
}
