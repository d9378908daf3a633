package school.chancery.workflow;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.beans.Introspector;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AssignableTypeFilter;
import org.springframework.util.ClassUtils;
import school.chancery.workflow.ModelLint.House;

/** Every model keeps the rules of the house, and each rule bites. */
class ProcessModelTests {
    private static final Path MODELS = Path.of("processes");
    private static final Path FORMS = Path.of("forms");
    private static final House HOUSE = new House(delegates(), templates(), models(), modules());

    @ParameterizedTest
    @MethodSource("files")
    void keepsTheRulesOfTheHouse(Path file) throws IOException {
        assertThat(faults(file, Files.readString(file))).isEmpty();
    }

    @Test
    void findsTheModels() {
        assertThat(files()).isNotEmpty();
    }

    @ParameterizedTest(name = "{2}")
    @CsvSource(
            delimiter = '|',
            value = {
                "id=\"issue-order\" | id=\"other\" | id is not the file's name",
                "isExecutable=\"true\" | isExecutable=\"false\" | not executable",
                "P1825D | P30D | history time to live",
                "name=\"Издание приказа\" | name=\"Issue order\" | label not Russian",
                "name=\"Подготовить проект приказа\" | name=\"Prepare\" | UserTask_PrepareOrder: label not Russian",
                "Gateway_OrderSigned\" name=\"Приказ подписан?\" | Gateway_OrderSigned\" name=\"Приказ\" | label is no question",
                "EndEvent_DraftRejected | Event_0x1f | id is not EndEvent_Meaning",
                "${freezeOriginal} | ${registerOrder} | delegate is not the stem of the id",
                "${freezeOriginal} | ${unknownStep} | no such delegate",
                "camunda:delegateExpression=\"${registerOrder}\" | camunda:expression=\"${a.b()}\" | no such delegate",
                "ServiceTask_FreezeOriginal\" name=\"Зафиксировать подлинник\" camunda:asyncBefore=\"true\" | ServiceTask_FreezeOriginal\" name=\"Зафиксировать подлинник\" | no save point before it",
                "${retry.quick()} | R3/PT1M | no named retry cycle",
                "orders/issue-order/sign-order | orders/issue-order/sign | form key is not",
                "orders/issue-order/start | orders/other/start | form key is not …/start",
                "${organization}.director | ${organization}.headmaster | unknown group",
                "${organization}.director | director | unknown group",
                "camunda:candidateGroups=\"${organization}.director\" | '' | offered to nobody",
                "Flow_OrderSigned_Reject | Flow_1x7 | id is not Flow_<Gateway>_<Answer>",
                "Flow_ToFreezeOriginal | SequenceFlow_1 | id is not Flow_To",
                "name=\"отклонён\" | name=\"\" | answer not Russian",
                "errorCode=\"order-rejected\" | errorCode=\"OrderRejected\" | code is not kebab case",
                "bpmnElement=\"UserTask_SignOrder\" | bpmnElement=\"UserTask_PrepareOrder\" | UserTask_SignOrder: not drawn"
            })
    void eachRuleBites(String text, String spoilt, String fault) throws IOException {
        var file = MODELS.resolve("orders/issue-order.bpmn");
        var model = Files.readString(file);
        assertThat(model).contains(text);
        assertThat(faults(file, model.replace(text, spoilt)))
                .anySatisfy(each -> assertThat(each).contains(fault));
    }

    @ParameterizedTest(name = "{2}")
    @CsvSource(
            delimiter = '|',
            value = {
                "calledElement=\"issue-order\" | calledElement=\"make-order\" | calls an unknown model",
                "<camunda:in businessKey=\"${orderId}\"/> | '' | no business key passed",
                "<camunda:in source=\"organization\" target=\"organization\"/> | '' | organization or label not passed",
                "${effectiveAt} | tomorrow | timer neither ISO 8601 nor a variable",
                "platform.administrator-leaves | leaves | name is not <module>.<fact>",
                "platform.administrator-leaves | nowhere.administrator-leaves | name is not <module>.<fact>"
            })
    void eachRuleOfCallsMessagesAndTimersBites(String text, String spoilt, String fault) throws IOException {
        var file = MODELS.resolve("platform/relieve-administrator.bpmn");
        var model = Files.readString(file);
        assertThat(model).contains(text);
        assertThat(faults(file, model.replace(text, spoilt)))
                .anySatisfy(each -> assertThat(each).contains(fault));
    }

    @Test
    void noticesAFormThatIsNotThere() throws IOException {
        var file = MODELS.resolve("workflow/resolve-incident.bpmn");
        var bare = new House(HOUSE.delegates(), Set.of(), HOUSE.models(), HOUSE.modules());
        assertThat(faults(file, Files.readString(file), bare))
                .anySatisfy(each -> assertThat(each).contains("no form template"));
    }

    private static List<String> faults(Path file, String text) {
        return faults(file, text, HOUSE);
    }

    private static List<String> faults(Path file, String text, House house) {
        var model = Bpmn.readModelFromStream(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
        return ModelLint.faults(file.getParent().getFileName().toString(), name(file), model, house);
    }

    static List<Path> files() {
        return walk(MODELS)
                .filter(file -> file.toString().endsWith(".bpmn"))
                .sorted()
                .toList();
    }

    private static Set<String> models() {
        return files().stream().map(ProcessModelTests::name).collect(toSet());
    }

    private static Set<String> templates() {
        return walk(FORMS)
                .map(file -> FORMS.relativize(file).toString().replace(".html", ""))
                .collect(toSet());
    }

    private static Set<String> modules() {
        return walk(Path.of("src/main/java/school/chancery"))
                .filter(file -> file.endsWith("package-info.java"))
                .map(file -> file.getParent().getFileName().toString())
                .collect(toSet());
    }

    private static Set<String> delegates() {
        var scanner = new ClassPathScanningCandidateComponentProvider(false);
        scanner.addIncludeFilter(new AssignableTypeFilter(JavaDelegate.class));
        return scanner.findCandidateComponents("school.chancery").stream()
                .map(each -> ClassUtils.resolveClassName(each.getBeanClassName(), null))
                .filter(each -> each.getPackageName().endsWith(".process"))
                .map(each -> Introspector.decapitalize(each.getSimpleName()))
                .collect(toSet());
    }

    private static String name(Path file) {
        return file.getFileName().toString().replace(".bpmn", "");
    }

    private static Stream<Path> walk(Path root) {
        try {
            return Files.walk(root);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
