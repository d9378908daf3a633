package school.chancery.workflow.web;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import school.chancery.identity.Role;
import school.chancery.organization.Organization;
import school.chancery.organization.Organizations;
import school.chancery.workflow.CaseSection;
import school.chancery.workflow.domain.CaseTree;
import school.chancery.workflow.domain.DecisionRegister;
import school.chancery.workflow.domain.DecisionRegister.Decision;
import school.chancery.workflow.domain.IncidentCause;
import school.chancery.workflow.domain.IncidentRegister;
import school.chancery.workflow.domain.StoredFacts;
import school.chancery.workflow.engine.ModelReader;
import school.chancery.workflow.web.CaseAccess.Sight;

/** Puts together what the page of a case shows: the case and everything it has called. */
@Component
class CaseViews {
    private final CaseTree cases;
    private final CaseAccess access;
    private final DecisionRegister decisions;
    private final IncidentRegister incidents;
    private final StoredFacts facts;
    private final ModelReader models;
    private final People people;
    private final Organizations organizations;
    private final List<CaseSection> sections;
    private final Clock clock;

    CaseViews(
            CaseTree cases,
            CaseAccess access,
            DecisionRegister decisions,
            IncidentRegister incidents,
            StoredFacts facts,
            ModelReader models,
            People people,
            Organizations organizations,
            ObjectProvider<CaseSection> sections,
            Clock clock) {
        this.cases = cases;
        this.access = access;
        this.decisions = decisions;
        this.incidents = incidents;
        this.facts = facts;
        this.models = models;
        this.people = people;
        this.organizations = organizations;
        this.sections = sections.stream().toList();
        this.clock = clock;
    }

    /** The case that the instance belongs to; empty when there is none for this reader. */
    @Transactional(readOnly = true)
    Optional<CaseView> of(String instanceId) {
        var tree = cases.around(instanceId);
        var ids = tree.stream().map(CaseTree.Instance::id).toList();
        var tasks = cases.openTasks(ids);
        var made = decisions.ofInstances(ids);
        return access.of(tree, tasks, made).map(sight -> view(tree, tasks, made, sight == Sight.WHOLE));
    }

    private CaseView view(List<CaseTree.Instance> tree, List<CaseTree.Task> tasks, List<Decision> made, boolean whole) {
        var root = tree.get(0);
        var owner = organizations.requireByCode(root.tenant());
        var definitions =
                tree.stream().collect(Collectors.toMap(CaseTree.Instance::id, CaseTree.Instance::definitionId));
        var names = whole ? people.of(owner, tree, tasks, made) : People.nobody();
        return new CaseView(
                root.id(),
                models.processName(root.definitionId()),
                root.label(),
                owner.shortName(),
                at(root.startedAt(), owner.zone()),
                root.endedAt() == null ? null : at(root.endedAt(), owner.zone()),
                names.of(root.startedBy()),
                tasks.stream().map(task -> holding(task, owner, names)).toList(),
                next(definitions),
                troubles(tree, definitions),
                made.stream()
                        .map(each -> line(each, definitions, owner, names, whole))
                        .toList(),
                whole ? sections(tree) : List.of());
    }

    private CaseView.Holding holding(CaseTree.Task task, Organization owner, People.Names names) {
        return new CaseView.Holding(
                task.id(),
                task.name(),
                names.of(task.assignee()),
                task.assignee() != null,
                People.roles(task, owner),
                task.assignee() == null ? names.holders(task) : List.of(),
                at(task.createdAt(), owner.zone()),
                task.dueAt() == null ? null : at(task.dueAt(), owner.zone()),
                task.dueAt() != null && task.dueAt().isBefore(clock.instant()),
                people.mayOpen(task));
    }

    private List<String> next(Map<String, String> definitions) {
        return cases.present(definitions.keySet()).stream()
                .collect(Collectors.groupingBy(CaseTree.Step::instanceId))
                .entrySet()
                .stream()
                .flatMap(each -> models.next(definitions.get(each.getKey()), elements(each.getValue())).stream())
                .distinct()
                .toList();
    }

    private static Collection<String> elements(List<CaseTree.Step> steps) {
        return steps.stream().map(CaseTree.Step::elementId).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private List<CaseView.Trouble> troubles(List<CaseTree.Instance> tree, Map<String, String> definitions) {
        var failed = incidents.openOf(definitions.keySet()).stream()
                .map(each -> new CaseView.Trouble(
                        IncidentCause.valueOf(each.cause()),
                        step(definitions.get(String.valueOf(each.processInstanceId())), each.elementKey())));
        var keys = tree.stream()
                .map(CaseTree.Instance::businessKey)
                .filter(Objects::nonNull)
                .toList();
        var waiting =
                facts.undelivered(keys).stream().map(message -> new CaseView.Trouble(IncidentCause.NOT_RECEIVED, null));
        return Stream.concat(failed, waiting).distinct().toList();
    }

    private @Nullable String step(@Nullable String definition, @Nullable String element) {
        return definition == null || element == null ? null : models.elementName(definition, element);
    }

    private CaseView.Line line(
            Decision made, Map<String, String> definitions, Organization owner, People.Names names, boolean whole) {
        var definition = definitions.get(made.processInstanceId());
        return new CaseView.Line(
                at(Objects.requireNonNull(made.decidedAt()), owner.zone()),
                models.elementName(definition, made.taskKey()),
                models.answer(definition, made.taskKey(), made.decision()).orElse(null),
                whole ? made.reason() : null,
                names.of(made.accountId()),
                made.role() == null ? null : Role.ofCode(made.role()),
                names.of(made.substitutedAccountId()),
                whole ? made.substitutionGround() : null);
    }

    private List<CaseSection.View> sections(List<CaseTree.Instance> tree) {
        return tree.stream()
                .filter(each -> each.businessKey() != null)
                .flatMap(each -> sections.stream()
                        .flatMap(section ->
                                section.of(each.processKey(), Objects.requireNonNull(each.businessKey())).stream()))
                .toList();
    }

    private static ZonedDateTime at(Instant moment, ZoneId zone) {
        return moment.atZone(zone);
    }
}
