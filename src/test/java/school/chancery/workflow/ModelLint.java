package school.chancery.workflow;

import static java.util.stream.Collectors.toSet;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.*;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnEdge;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnShape;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaFailedJobRetryTimeCycle;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaIn;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.jspecify.annotations.Nullable;
import school.chancery.identity.Role;

/** The rules of the house for one model; each fault names the element and the rule. */
final class ModelLint {
    static final String TIME_TO_LIVE = "P1825D";
    private static final Pattern LOCAL_GROUP = Pattern.compile("\\$\\{organization}\\.([a-z-]+)");
    /** A role that the case carries because the school settles whose work it is. */
    private static final Pattern SETTLED_GROUP = Pattern.compile("\\$\\{organization}\\.\\$\\{[a-z][A-Za-z]*}");

    private static final Pattern BEAN = Pattern.compile("\\$\\{([a-z][A-Za-z]*)}");
    private static final Pattern CYCLE = Pattern.compile("\\$\\{retry\\.(quick|patient)\\(\\)}");
    private static final Pattern TIMER = Pattern.compile("\\$\\{[a-z][A-Za-z]*}|P.+|R\\d*/P.+");
    private static final Set<String> ROLES =
            Arrays.stream(Role.values()).map(Role::code).collect(toSet());
    /** Its number must be seen by the signer at once (design §3). */
    private static final Set<String> SYNCHRONOUS = Set.of("ServiceTask_RegisterOrder");

    private static final Map<Class<? extends FlowNode>, String> KINDS = Map.ofEntries(
            Map.entry(StartEvent.class, "StartEvent"),
            Map.entry(EndEvent.class, "EndEvent"),
            Map.entry(UserTask.class, "UserTask"),
            Map.entry(ServiceTask.class, "ServiceTask"),
            Map.entry(SendTask.class, "SendTask"),
            Map.entry(BusinessRuleTask.class, "RuleTask"),
            Map.entry(CallActivity.class, "CallActivity"),
            Map.entry(SubProcess.class, "SubProcess"),
            Map.entry(Gateway.class, "Gateway"),
            Map.entry(IntermediateCatchEvent.class, "CatchEvent"),
            Map.entry(IntermediateThrowEvent.class, "ThrowEvent"),
            Map.entry(BoundaryEvent.class, "BoundaryEvent"));

    private final String module;
    private final String file;
    private final BpmnModelInstance model;
    private final House house;
    private final List<String> faults = new ArrayList<>();

    /** What models may name: delegate beans, form templates, other models, modules. */
    record House(Set<String> delegates, Set<String> templates, Set<String> models, Set<String> modules) {}

    private ModelLint(String module, String file, BpmnModelInstance model, House house) {
        this.module = module;
        this.file = file;
        this.model = model;
        this.house = house;
    }

    static List<String> faults(String module, String file, BpmnModelInstance model, House house) {
        var lint = new ModelLint(module, file, model, house);
        lint.processes();
        lint.nodes();
        lint.steps();
        lint.tasks();
        lint.starts();
        lint.calls();
        lint.flows();
        lint.messages();
        lint.errors();
        lint.timers();
        lint.diagram();
        return lint.faults;
    }

    private void processes() {
        for (var process : all(Process.class)) {
            check(process.getId().equals(file), process, "id is not the file's name");
            check(process.isExecutable(), process, "not executable");
            check(isRussian(process.getName()), process, "label not Russian");
            check(TIME_TO_LIVE.equals(process.getCamundaHistoryTimeToLiveString()), process, "history time to live");
        }
    }

    private void nodes() {
        for (var node : all(FlowNode.class)) {
            var kind = KINDS.entrySet().stream()
                    .filter(each -> each.getKey().isInstance(node))
                    .map(Map.Entry::getValue)
                    .findFirst()
                    .orElse("no element of the house");
            check(node.getId().matches(kind + "_[A-Z][A-Za-z0-9]+"), node, "id is not " + kind + "_Meaning");
            var silent = node instanceof Gateway && node.getOutgoing().size() < 2 || node instanceof ParallelGateway;
            check(silent || node instanceof EventBasedGateway || isRussian(node.getName()), node, "label not Russian");
            if (node instanceof ExclusiveGateway && node.getOutgoing().size() > 1)
                check(String.valueOf(node.getName()).endsWith("?"), node, "label is no question");
        }
    }

    private void steps() {
        for (var step : all(ServiceTask.class)) step(step, step.getCamundaDelegateExpression(), true);
        for (var step : all(SendTask.class)) step(step, step.getCamundaDelegateExpression(), true);
        for (var step : all(BusinessRuleTask.class)) step(step, step.getCamundaDelegateExpression(), false);
        check(all(ScriptTask.class).isEmpty(), model.getDefinitions(), "script");
    }

    private void step(Task step, @Nullable String expression, boolean effect) {
        var bean = BEAN.matcher(String.valueOf(expression));
        check(bean.matches() && bean.group(1).equals(decapitalized(step)), step, "delegate is not the stem of the id");
        check(bean.matches() && house.delegates().contains(bean.group(1)), step, "no such delegate");
        if (!effect || SYNCHRONOUS.contains(step.getId())) return;
        check(step.isCamundaAsyncBefore(), step, "no save point before it");
        var cycle = step.getExtensionElements() == null
                ? Stream.<String>empty()
                : step
                        .getExtensionElements()
                        .getElementsQuery()
                        .filterByType(CamundaFailedJobRetryTimeCycle.class)
                        .list()
                        .stream()
                        .map(ModelElementInstance::getTextContent);
        check(cycle.anyMatch(text -> CYCLE.matcher(text).matches()), step, "no named retry cycle");
    }

    private void tasks() {
        for (var task : all(UserTask.class)) {
            var form = module + "/" + file + "/" + kebab(stem(task));
            check(form.equals(task.getCamundaFormKey()), task, "form key is not " + form);
            check(house.templates().contains(form), task, "no form template");
            var groups = groups(task);
            groups.forEach(group -> check(isKnownGroup(group), task, "unknown group " + group));
            var somebody = !groups.isEmpty()
                    || task.getCamundaAssignee() != null
                    || !task.getCamundaCandidateUsersList().isEmpty();
            check(somebody, task, "offered to nobody");
        }
    }

    // Not the model's own list: it cuts an expression from what follows it.
    private static List<String> groups(UserTask task) {
        var groups = task.getCamundaCandidateGroups();
        return groups == null || groups.isBlank() ? List.of() : List.of(groups.split("\\s*,\\s*"));
    }

    private static boolean isKnownGroup(String group) {
        if (SETTLED_GROUP.matcher(group).matches()) return true;
        var matcher = LOCAL_GROUP.matcher(group);
        return matcher.matches() && ROLES.contains(matcher.group(1));
    }

    private void starts() {
        for (var start : all(StartEvent.class)) {
            if (start.getCamundaFormKey() == null) continue;
            check(start.getCamundaFormKey().equals(module + "/" + file + "/start"), start, "form key is not …/start");
            check(house.templates().contains(start.getCamundaFormKey()), start, "no form template");
        }
    }

    private void calls() {
        for (var call : all(CallActivity.class)) {
            check(house.models().contains(call.getCalledElement()), call, "calls an unknown model");
            var passed = call.getExtensionElements() == null
                    ? List.<CamundaIn>of()
                    : call.getExtensionElements()
                            .getElementsQuery()
                            .filterByType(CamundaIn.class)
                            .list();
            check(
                    passed.stream().anyMatch(each -> each.getCamundaBusinessKey() != null),
                    call,
                    "no business key passed");
            var names = passed.stream()
                    .map(CamundaIn::getCamundaTarget)
                    .filter(Objects::nonNull)
                    .collect(toSet());
            check(names.containsAll(Set.of("organization", "caseLabel")), call, "organization or label not passed");
        }
    }

    private void flows() {
        for (var flow : all(SequenceFlow.class)) {
            var from = flow.getSource();
            if (from instanceof ExclusiveGateway && from.getOutgoing().size() > 1) {
                check(flow.getId().startsWith("Flow_" + stem(from) + "_"), flow, "id is not Flow_<Gateway>_<Answer>");
                check(isRussian(flow.getName()), flow, "answer not Russian");
                var isDefault = flow.equals(((ExclusiveGateway) from).getDefault());
                check(isDefault || flow.getConditionExpression() != null, flow, "answer without condition");
            } else {
                check(flow.getId().matches("Flow_[A-Z]\\w+"), flow, "id is not Flow_To…");
            }
        }
    }

    private void messages() {
        for (var message : all(Message.class)) {
            check(message.getId().matches("Message_[A-Z]\\w+"), message, "id is not Message_…");
            var parts = String.valueOf(message.getName()).split("\\.", 2);
            var named = parts.length == 2 && house.modules().contains(parts[0]) && parts[1].matches("[a-z][a-z-]+");
            check(named, message, "name is not <module>.<fact>");
        }
    }

    private void errors() {
        for (var error : all(org.camunda.bpm.model.bpmn.instance.Error.class)) {
            check(error.getId().matches("Error_[A-Z]\\w+"), error, "id is not Error_…");
            check(String.valueOf(error.getErrorCode()).matches("[a-z][a-z-]+"), error, "code is not kebab case");
        }
    }

    private void timers() {
        for (var timer : all(TimerEventDefinition.class)) {
            var text = Stream.of(timer.getTimeDate(), timer.getTimeDuration(), timer.getTimeCycle())
                    .filter(Objects::nonNull)
                    .map(ModelElementInstance::getTextContent);
            var node = (BaseElement) timer.getParentElement();
            check(text.anyMatch(each -> TIMER.matcher(each).matches()), node, "timer neither ISO 8601 nor a variable");
        }
    }

    private void diagram() {
        var drawn = Stream.concat(
                        all(BpmnShape.class).stream().map(BpmnShape::getBpmnElement),
                        all(BpmnEdge.class).stream().map(BpmnEdge::getBpmnElement))
                .filter(Objects::nonNull)
                .map(BaseElement::getId)
                .collect(toSet());
        all(FlowElement.class).forEach(each -> check(drawn.contains(each.getId()), each, "not drawn"));
    }

    private <T extends ModelElementInstance> List<T> all(Class<T> type) {
        return List.copyOf(model.getModelElementsByType(type));
    }

    private void check(boolean kept, ModelElementInstance element, String rule) {
        if (kept) return;
        var id = element.getAttributeValue("id");
        faults.add(id + ": " + rule);
    }

    private static String stem(FlowElement element) {
        return element.getId().substring(element.getId().indexOf('_') + 1);
    }

    private static String decapitalized(FlowElement element) {
        var stem = stem(element);
        return stem.substring(0, 1).toLowerCase() + stem.substring(1);
    }

    private static String kebab(String stem) {
        return stem.replaceAll("(?<=[a-z0-9])(?=[A-Z])", "-").toLowerCase();
    }

    private static boolean isRussian(@Nullable String label) {
        return label != null && label.matches("[А-Яа-яЁё0-9 «»—,.?!№()\\s-]+") && !label.isBlank();
    }
}
