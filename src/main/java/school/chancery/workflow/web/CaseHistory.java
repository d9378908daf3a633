package school.chancery.workflow.web;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import school.chancery.identity.Role;
import school.chancery.workflow.domain.CaseFacts.Missed;
import school.chancery.workflow.domain.CaseTree;
import school.chancery.workflow.domain.DecisionRegister.Decision;
import school.chancery.workflow.engine.DrawnModel.Answer;
import school.chancery.workflow.engine.ModelReader;
import school.chancery.workflow.web.CaseView.Line;

/** What happened in a case, its called cases told in the same story. */
@Component
class CaseHistory {
    private static final Map<String, Line.Kind> KINDS = Map.of(
            "userTask", Line.Kind.TASK,
            "serviceTask", Line.Kind.WORK,
            "sendTask", Line.Kind.WORK,
            "businessRuleTask", Line.Kind.WORK,
            "callActivity", Line.Kind.CALL,
            "startEvent", Line.Kind.START,
            "messageStartEvent", Line.Kind.START);

    private final ModelReader models;

    CaseHistory(ModelReader models) {
        this.models = models;
    }

    /** @param whole with persons, and with reasons: what people wrote may name somebody */
    List<Line> of(CaseFile file, ZoneId zone, People.Names names, boolean whole) {
        var decisions = file.decisions().stream().collect(Collectors.toMap(Decision::taskId, Function.identity()));
        var steps = file.steps().stream()
                .filter(step -> step.endedAt() != null || kind(step) == Line.Kind.CALL)
                .map(step -> line(step, decisions.get(String.valueOf(step.taskId())), file, zone, names, whole));
        var late = file.missed().stream().filter(Missed::isTooLate).map(fact -> late(fact, file, zone));
        return Stream.concat(steps, late).sorted(Comparator.comparing(Line::at)).toList();
    }

    private Line late(Missed fact, CaseFile file, ZoneId zone) {
        var receiver = file.tree().stream()
                .filter(each -> each.businessKey().equals(fact.businessKey()))
                .flatMap(each -> models.model(each.definitionId()).receiver(fact.message()).stream())
                .findFirst();
        var at = Objects.requireNonNull(fact.laidAsideAt()).atZone(zone);
        return Line.of(at, Line.Kind.TOO_LATE, receiver.orElse(""));
    }

    // A call stands where it began: what was called follows.
    private static Instant moment(CaseTree.Step step) {
        return kind(step) == Line.Kind.CALL ? step.startedAt() : Objects.requireNonNull(step.endedAt());
    }

    private static Line.Kind kind(CaseTree.Step step) {
        if (step.type().endsWith("EndEvent")) return Line.Kind.END;
        return KINDS.getOrDefault(step.type(), Line.Kind.EVENT);
    }

    private Line line(
            CaseTree.Step step,
            @Nullable Decision decision,
            CaseFile file,
            ZoneId zone,
            People.Names names,
            boolean whole) {
        var instance = file.instance(step.instanceId());
        var made = Optional.ofNullable(decision);
        return new Line(
                moment(step).atZone(zone),
                kind(step),
                models.elementName(instance.definitionId(), step.elementId()),
                instance.root() ? null : models.model(instance.definitionId()).name(),
                step.cancelled(),
                made.flatMap(each -> answer(instance, each)).orElse(null),
                whole ? made.map(Decision::reason).orElse(null) : null,
                names.of(made.map(Decision::accountId).orElse(null)),
                made.map(Decision::role).map(Role::ofCode).orElse(null),
                names.of(made.map(Decision::substitutedAccountId).orElse(null)),
                whole ? made.map(Decision::substitutionGround).orElse(null) : null);
    }

    private Optional<Answer> answer(CaseTree.Instance instance, Decision decision) {
        return models.model(instance.definitionId()).answer(decision.taskKey(), decision.decision());
    }
}
