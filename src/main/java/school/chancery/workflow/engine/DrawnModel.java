package school.chancery.workflow.engine;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.Activity;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.EndEvent;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.jspecify.annotations.Nullable;

/** What one drawn model says to people: names of steps, answers at gateways, what may come next. */
public final class DrawnModel {
    private static final Pattern ROLE_GROUP = Pattern.compile("\\$\\{organization}\\.([a-z-]+)");

    private final String name;
    private final Map<String, Element> elements = new HashMap<>();
    private final Map<String, List<Way>> ways = new HashMap<>();
    private final Map<String, String> receivers;

    DrawnModel(BpmnModelInstance model) {
        name = model.getModelElementsByType(Process.class).stream()
                .map(Process::getName)
                .findFirst()
                .orElse("");
        model.getModelElementsByType(FlowNode.class).forEach(this::add);
        receivers = Receivers.in(model);
    }

    private void add(FlowNode node) {
        elements.put(node.getId(), Element.of(node));
        ways.put(node.getId(), waysFrom(node).toList());
    }

    private static Stream<Way> waysFrom(FlowNode node) {
        if (node instanceof SubProcess inner)
            return inner.getFlowElements().stream()
                    .filter(StartEvent.class::isInstance)
                    .map(start -> new Way(start.getId(), null, ""));
        var outer = node instanceof EndEvent && node.getParentElement() instanceof SubProcess scope ? scope : node;
        return outer.getOutgoing().stream().map(Way::of);
    }

    public String name() {
        return name;
    }

    public Optional<Element> element(String id) {
        return Optional.ofNullable(elements.get(id));
    }

    /** What waits for the message: the event's name. */
    public Optional<String> receiver(String message) {
        return Optional.ofNullable(receivers.get(message));
    }

    /** How the model calls a decision made in a task («Приказ подписан?» — «возвращён»): the way it opens. */
    public Optional<Answer> answer(String taskKey, String decision) {
        return waysFrom(taskKey).stream()
                .flatMap(way -> waysFrom(way.target()).stream())
                .filter(way -> way.condition().contains("'" + decision + "'"))
                .flatMap(way -> Stream.ofNullable(way.answer()))
                .findFirst();
    }

    /** Tasks of people, called processes and ends that may come next after these elements, the nearest first. */
    public List<Next> next(Collection<String> present) {
        var seen = new HashSet<String>();
        var next = new ArrayList<Next>();
        var open = new ArrayDeque<Way>();
        present.forEach(id -> open.addAll(waysFrom(id)));
        while (!open.isEmpty()) {
            var way = open.poll();
            if (!seen.add(way.target())) continue;
            var element = elements.get(way.target());
            if (element.concernsPeople()) next.add(new Next(element, way.answer()));
            else waysFrom(way.target()).forEach(further -> open.add(further.after(way)));
        }
        return next;
    }

    private List<Way> waysFrom(String id) {
        return ways.getOrDefault(id, List.of());
    }

    private record Way(String target, @Nullable Answer answer, String condition) {
        static Way of(SequenceFlow flow) {
            var condition = flow.getConditionExpression();
            var answer =
                    flow.getName() == null ? null : new Answer(flow.getSource().getName(), flow.getName());
            return new Way(flow.getTarget().getId(), answer, condition == null ? "" : condition.getTextContent());
        }

        /** The first answer on the way is the one to tell. */
        Way after(Way before) {
            return before.answer == null ? this : new Way(target, before.answer, condition);
        }
    }

    /**
     * A way out of a gateway as it is drawn: «Приказ подписан?» — «возвращён».
     *
     * @param question null when the gateway has no name
     */
    public record Answer(@Nullable String question, String text) {}

    /** What may come next, and the answer at a gateway that leads there; null when it comes in any case. */
    public record Next(Element element, @Nullable Answer answer) {}

    /**
     * One element.
     *
     * @param formKey path of a task's page; null for all others
     * @param roles codes of the roles a task is offered to
     */
    public record Element(
            String id, String name, Kind kind, @Nullable String formKey, Set<String> roles) {
        static Element of(FlowNode node) {
            var name = node.getName() == null ? "" : node.getName();
            if (node instanceof UserTask task)
                return new Element(node.getId(), name, Kind.TASK, task.getCamundaFormKey(), roles(task));
            return new Element(node.getId(), name, kind(node), null, Set.of());
        }

        private static Kind kind(FlowNode node) {
            if (node instanceof CallActivity) return Kind.CALL;
            if (node instanceof EndEvent) return Kind.END;
            return node instanceof Activity ? Kind.WORK : Kind.EVENT;
        }

        private static Set<String> roles(UserTask task) {
            var groups = task.getCamundaCandidateGroups();
            var roles = new LinkedHashSet<String>();
            if (groups != null) ROLE_GROUP.matcher(groups).results().forEach(found -> roles.add(found.group(1)));
            return roles;
        }

        private boolean concernsPeople() {
            return kind == Kind.TASK || kind == Kind.CALL || kind == Kind.END;
        }
    }

    public enum Kind {
        /** A person's. */
        TASK,
        /** Another process. */
        CALL,
        /** The product's own. */
        WORK,
        END,
        /** Other events and gateways. */
        EVENT
    }
}
