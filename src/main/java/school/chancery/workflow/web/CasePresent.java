package school.chancery.workflow.web;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import school.chancery.audit.Acting;
import school.chancery.identity.Role;
import school.chancery.organization.Organization;
import school.chancery.workflow.domain.CaseTree;
import school.chancery.workflow.domain.IncidentCause;
import school.chancery.workflow.domain.IncidentRegister.Incident;
import school.chancery.workflow.engine.DrawnModel;
import school.chancery.workflow.engine.EngineActor;
import school.chancery.workflow.engine.ModelReader;
import school.chancery.workflow.web.CaseView.Holding;
import school.chancery.workflow.web.CaseView.NextStep;
import school.chancery.workflow.web.CaseView.Trouble;
import school.chancery.workflow.web.CaseView.Wait;

/** How a case stands now: at whom, waiting for what, what comes next, what is wrong. */
@Component
class CasePresent {
    private static final Set<String> BETWEEN = Set.of("userTask", "callActivity", "subProcess");

    private final ModelReader models;
    private final EngineActor actor;
    private final Clock clock;

    CasePresent(ModelReader models, EngineActor actor, Clock clock) {
        this.models = models;
        this.actor = actor;
        this.clock = clock;
    }

    List<Holding> holdings(CaseFile file, Organization owner, People.Names names) {
        return file.tasks().stream()
                .map(task -> holding(task, file, owner, names))
                .toList();
    }

    private Holding holding(CaseTree.Task task, CaseFile file, Organization owner, People.Names names) {
        var instance = file.instance(task.instanceId());
        return new Holding(
                task.id(),
                task.name(),
                instance.root() ? null : models.model(instance.definitionId()).name(),
                names.of(task.assignee()),
                task.assignee() != null,
                People.roles(task.groups(), owner.code()),
                task.assignee() == null ? names.holders(task.id()) : List.of(),
                task.createdAt().atZone(owner.zone()),
                Due.of(task.dueAt(), clock.instant(), owner.zone()),
                mayOpen(task));
    }

    private boolean mayOpen(CaseTree.Task task) {
        var me = String.valueOf(Acting.current().accountId());
        if (task.assignee() != null) return task.assignee().equals(me);
        var groups = actor.groups();
        return People.split(task.users()).anyMatch(me::equals)
                || People.split(task.groups()).anyMatch(groups::contains);
    }

    /** Events that are waited for, and steps the product is about to do. */
    List<Wait> waits(CaseFile file, ZoneId zone) {
        var events = file.openSteps().stream()
                .filter(step -> !BETWEEN.contains(step.type()))
                .map(step -> event(step, file, zone));
        var work = file.jobs().stream()
                .filter(job -> !job.timer() && !job.failed())
                .map(job -> new Wait(Wait.Kind.WORK, name(file, job.instanceId(), job.elementId()), null));
        return Stream.concat(events, work).distinct().toList();
    }

    private Wait event(CaseTree.Step step, CaseFile file, ZoneId zone) {
        var name = name(file, step.instanceId(), step.elementId());
        return file.jobs().stream()
                .filter(job -> job.timer()
                        && job.instanceId().equals(step.instanceId())
                        && job.elementId().equals(step.elementId()))
                .findFirst()
                .map(job -> new Wait(Wait.Kind.TIMER, name, at(job.dueAt(), zone)))
                .orElseGet(() -> new Wait(Wait.Kind.EVENT, name, null));
    }

    /** From where the called cases stand first, then what follows in their callers. */
    List<NextStep> next(CaseFile file) {
        var next = new ArrayList<NextStep>();
        for (var at = file.tree().size() - 1; at >= 0; at--) {
            var instance = file.tree().get(at);
            models.model(instance.definitionId()).next(present(file, instance.id())).stream()
                    .filter(step -> instance.root() || step.element().kind() != DrawnModel.Kind.END)
                    .map(CasePresent::step)
                    .forEach(next::add);
        }
        return next.stream().distinct().toList();
    }

    private static Set<String> present(CaseFile file, String instanceId) {
        var present = new HashSet<String>();
        file.openSteps().stream()
                .filter(step -> step.instanceId().equals(instanceId))
                .forEach(step -> present.add(step.elementId()));
        file.jobs().stream()
                .filter(job -> !job.timer() && job.instanceId().equals(instanceId))
                .forEach(job -> present.add(job.elementId()));
        return present;
    }

    private static NextStep step(DrawnModel.Next next) {
        var element = next.element();
        return new NextStep(
                next.answer(),
                NextStep.Kind.valueOf(element.kind().name()),
                element.name(),
                element.roles().stream().map(Role::ofCode).toList());
    }

    /** Failures that wait for a person, steps that will be tried again, messages on their way for long. */
    List<Trouble> troubles(CaseFile file, ZoneId zone) {
        var open = file.incidents().stream().map(incident -> trouble(incident, file));
        var again = file.jobs().stream()
                .filter(job -> job.failed() && job.retries() > 0)
                .map(job -> new Trouble(
                        IncidentCause.OTHER, name(file, job.instanceId(), job.elementId()), at(retry(job), zone)));
        var waiting = file.missed().stream()
                .filter(fact -> !fact.isTooLate())
                .map(fact -> new Trouble(IncidentCause.NOT_RECEIVED, null, null));
        return Stream.of(open, again, waiting).flatMap(each -> each).distinct().toList();
    }

    private Trouble trouble(Incident incident, CaseFile file) {
        var step = incident.elementKey() == null
                ? null
                : name(file, Objects.requireNonNull(incident.processInstanceId()), incident.elementKey());
        return new Trouble(IncidentCause.valueOf(incident.cause()), step, null);
    }

    private Instant retry(CaseTree.Job job) {
        return job.dueAt() == null ? clock.instant() : job.dueAt();
    }

    private String name(CaseFile file, String instanceId, String elementId) {
        return models.elementName(file.instance(instanceId).definitionId(), elementId);
    }

    private static @Nullable ZonedDateTime at(@Nullable Instant moment, ZoneId zone) {
        return moment == null ? null : moment.atZone(zone);
    }
}
