package school.chancery;

import static java.util.stream.Collectors.toMap;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.beans.factory.support.SimpleBeanDefinitionRegistry;
import org.springframework.context.annotation.AnnotationBeanNameGenerator;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;

/** The beans, forms, messages, models and decisions that the text of a model names, each with the module it belongs to. */
final class ModelNames {
    private static final Pattern FORM = Pattern.compile("camunda:formKey=\"([^\"]+)\"");
    private static final Pattern MESSAGE = Pattern.compile("<message [^>]*name=\"([^\"]+)\"");
    private static final Pattern CALLED = Pattern.compile("(?:calledElement|camunda:decisionRef)=\"([^\"]+)\"");
    private static final Pattern EXPRESSION = Pattern.compile("[$#]\\{([^}]*)}");
    private static final Pattern IDENTIFIER = Pattern.compile("(?<![.\\w])([A-Za-z]\\w*)");
    private static final Map<String, String> BEANS = beans();

    /** @param module empty for a model that is not there */
    record Name(String text, String module) {}

    private ModelNames() {}

    static List<Name> in(String model) {
        var names = new ArrayList<Name>();
        names.addAll(all(FORM, model, form -> form.split("/")[0]));
        names.addAll(all(MESSAGE, model, message -> message.split("\\.")[0]));
        names.addAll(all(CALLED, model, ModelNames::moduleOfModel));
        for (var expression : all(EXPRESSION, model, any -> "")) names.addAll(beansIn(expression.text()));
        return names;
    }

    static List<Path> files() {
        return all().filter(file -> file.toString().endsWith(".bpmn")).sorted().toList();
    }

    static String module(Path file) {
        return file.getParent().getFileName().toString();
    }

    private static List<Name> beansIn(String expression) {
        return all(IDENTIFIER, expression.replaceAll("'[^']*'", ""), name -> BEANS.getOrDefault(name, "")).stream()
                .filter(name -> BEANS.containsKey(name.text()))
                .toList();
    }

    private static List<Name> all(Pattern pattern, String text, Function<String, String> module) {
        return pattern.matcher(text)
                .results()
                .map(found -> found.group(1))
                .map(name -> new Name(name, module.apply(name)))
                .toList();
    }

    private static String moduleOfModel(String key) {
        return all().filter(file -> file.getFileName().toString().matches(Pattern.quote(key) + "\\.(bpmn|dmn)"))
                .map(ModelNames::module)
                .findFirst()
                .orElse("");
    }

    private static Stream<Path> all() {
        try (var files = Files.walk(Path.of("processes"))) {
            return files.toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, String> beans() {
        var registry = new SimpleBeanDefinitionRegistry();
        return new ClassPathScanningCandidateComponentProvider(true)
                .findCandidateComponents("school.chancery").stream()
                        .filter(bean -> bean.getBeanClassName().matches("school\\.chancery\\.[a-z]+\\..*"))
                        .collect(toMap(
                                bean -> AnnotationBeanNameGenerator.INSTANCE.generateBeanName(bean, registry),
                                bean -> bean.getBeanClassName().split("\\.")[2],
                                (one, other) -> one));
    }
}
