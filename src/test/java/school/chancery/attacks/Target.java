package school.chancery.attacks;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * One handler of ours.
 *
 * @param names of the parameters it reads, those of its form record among them
 */
record Target(String method, String pattern, List<String> names) {
    static List<Target> all(RequestMappingHandlerMapping mapping) {
        return mapping.getHandlerMethods().entrySet().stream()
                .filter(each -> each.getValue().getBeanType().getPackageName().startsWith("school.chancery"))
                .flatMap(each -> of(each.getKey(), each.getValue()))
                .sorted(Comparator.comparing(Target::pattern).thenComparing(Target::method))
                .toList();
    }

    boolean isReading() {
        return method.equals("GET");
    }

    boolean isOfTask() {
        return names.contains("taskId");
    }

    /** As the models name the task: {@code …/prepare-order/preview} is of {@code UserTask_PrepareOrder} too. */
    List<String> elements() {
        return Arrays.stream(pattern.split("/")).map(Target::element).toList();
    }

    private static String element(String part) {
        var words = Arrays.stream(part.split("-")).filter(word -> !word.isEmpty());
        return words.map(word -> Character.toUpperCase(word.charAt(0)) + word.substring(1))
                .reduce("UserTask_", String::concat);
    }

    private static Stream<Target> of(RequestMappingInfo info, HandlerMethod handler) {
        var names = Arrays.stream(handler.getMethodParameters())
                .flatMap(Target::names)
                .distinct()
                .toList();
        return info.getMethodsCondition().getMethods().stream()
                .flatMap(verb -> info.getPatternValues().stream()
                        .map(pattern -> new Target(verb.name(), plain(pattern), names)));
    }

    private static Stream<String> names(MethodParameter parameter) {
        var type = parameter.getParameterType();
        if (type.isRecord() && type.getSimpleName().endsWith("Form")) return components(type, "");
        var asked = parameter.getParameterAnnotation(RequestParam.class);
        if (asked == null || Map.class.isAssignableFrom(type)) return Stream.empty();
        if (!asked.value().isEmpty()) return Stream.of(asked.value());
        return Stream.ofNullable(parameter.getParameter().getName());
    }

    private static Stream<String> components(Class<?> form, String prefix) {
        return Arrays.stream(form.getRecordComponents()).flatMap(part -> component(part, prefix));
    }

    private static Stream<String> component(RecordComponent part, String prefix) {
        var name = prefix + part.getName();
        if (Map.class.isAssignableFrom(part.getType())) return Stream.of(name + "[x]");
        if (!Collection.class.isAssignableFrom(part.getType())) return Stream.of(name);
        var element = ((ParameterizedType) part.getGenericType()).getActualTypeArguments()[0];
        return element instanceof Class<?> type && type.isRecord() && type != UUID.class
                ? components(type, name + "[0].")
                : Stream.of(name);
    }

    // {id:[0-9a-f-]{36}} as {id}.
    private static String plain(String path) {
        return path.replaceAll("\\{(\\w+):[^/]*(?=/|$)", "{$1}");
    }

    @Override
    public String toString() {
        return method + " " + pattern;
    }
}
