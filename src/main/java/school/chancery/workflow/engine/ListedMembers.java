package school.chancery.workflow.engine;

import java.time.temporal.TemporalAccessor;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.bpm.impl.juel.jakarta.el.BeanELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.ELContext;
import org.camunda.bpm.impl.juel.jakarta.el.ELException;
import org.camunda.bpm.impl.juel.jakarta.el.ELResolver;
import org.jspecify.annotations.NullUnmarked;

/**
 * Adapter to the engine's expression language: which members of which objects an expression may touch. Plain values and
 * facades whole, of an execution or a task only a few readers; {@code getClass} of nothing at all, because from there
 * it is one step to any code.
 */
@NullUnmarked
class ListedMembers extends ReadOnlyResolver {
    private static final Set<String> OF_SCOPES = Set.of(
            "getVariable",
            "hasVariable",
            "getId",
            "getProcessInstanceId",
            "getProcessBusinessKey",
            "getBusinessKey",
            "getTenantId",
            "getCurrentActivityId",
            "id",
            "processInstanceId",
            "processBusinessKey",
            "businessKey",
            "tenantId",
            "currentActivityId");
    private static final Set<String> NEVER = Set.of("class", "getClass", "wait", "notify", "notifyAll", "finalize");

    private final ELResolver members = new BeanELResolver(true);

    @Override
    public Object getValue(ELContext context, Object base, Object property) {
        if (base == null) return null;
        check(base, property);
        return members.getValue(context, base, property);
    }

    @Override
    public Object invoke(ELContext context, Object base, Object method, Class<?>[] types, Object[] parameters) {
        if (base == null) return null;
        check(base, method);
        return members.invoke(context, base, method, types, parameters);
    }

    @Override
    Object read(Object base, Object property) {
        return base;
    }

    private static void check(Object base, Object member) {
        if (!mayTouch(base, String.valueOf(member)))
            throw new ELException(
                    "Models may not use " + member + " of " + base.getClass().getSimpleName());
    }

    static boolean mayTouch(Object base, String member) {
        if (NEVER.contains(member)) return false;
        if (base instanceof VariableScope) return OF_SCOPES.contains(member);
        return base instanceof String
                || base instanceof Number
                || base instanceof Boolean
                || base instanceof Collection
                || base instanceof Map
                || base instanceof TemporalAccessor
                || ListedBeans.isFacade(base);
    }
}
