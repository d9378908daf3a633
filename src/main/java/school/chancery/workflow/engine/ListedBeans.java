package school.chancery.workflow.engine;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.jspecify.annotations.Nullable;
import org.springframework.aop.support.AopUtils;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.stereotype.Component;
import school.chancery.workflow.CalledByModels;

/**
 * The beans that models may name: delegates and listeners of the {@code process} packages and what is marked
 * {@link CalledByModels}. Everything else in the context does not exist for an expression.
 *
 * <p>Beans are looked up when an expression runs: delegates need services that need the engine.
 */
@Component
class ListedBeans {
    private static final Set<Class<?>> STEPS = Set.of(JavaDelegate.class, ExecutionListener.class, TaskListener.class);

    private final ConfigurableListableBeanFactory beans;
    private final Set<String> listed = ConcurrentHashMap.newKeySet();

    ListedBeans(ConfigurableListableBeanFactory beans) {
        this.beans = beans;
    }

    @Nullable
    Object find(String name) {
        return isListed(name) ? beans.getBean(name) : null;
    }

    boolean isListed(String name) {
        if (listed.contains(name)) return true;
        if (!beans.containsBeanDefinition(name)) return false;
        var type = beans.getType(name, false);
        var permitted = type != null && (isStep(type) || isFacade(type));
        if (permitted) listed.add(name);
        return permitted;
    }

    static boolean isStep(Class<?> type) {
        return type.getPackageName().matches("school\\.chancery\\.\\w+\\.process")
                && STEPS.stream().anyMatch(step -> step.isAssignableFrom(type));
    }

    /** Whether methods of this object may be called. */
    static boolean isFacade(Object bean) {
        return isFacade(AopUtils.getTargetClass(bean));
    }

    private static boolean isFacade(Class<?> type) {
        return type.isAnnotationPresent(CalledByModels.class);
    }
}
