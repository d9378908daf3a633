package school.chancery.workflow.engine;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.impl.AbstractQuery;
import org.camunda.bpm.engine.impl.TaskQueryImpl;
import org.camunda.bpm.engine.impl.cmd.AbstractExecuteFilterCmd;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.springframework.util.ReflectionUtils;

/**
 * Adapter to the engine's commands: no query with an expression enters the engine, at whatever depth of it
 * (CVE-2026-109432). {@link ListedExpressions} would still evaluate none; this refuses earlier and also the storing.
 */
class QueryGuard extends CommandInterceptor {
    @Override
    public <T> T execute(Command<T> command) {
        held(command).forEach(QueryGuard::check);
        return next.execute(command);
    }

    private static Stream<Object> held(Command<?> command) {
        if (command instanceof AbstractQuery<?, ?> query) return Stream.of(query);
        var type = command.getClass();
        if (!type.getPackageName().startsWith("org.camunda.bpm.engine.impl.cmd")) return Stream.empty();
        var filters = type.getSimpleName().contains("Filter") || AbstractExecuteFilterCmd.class.isAssignableFrom(type);
        return filters ? fields(command) : Stream.empty();
    }

    private static Stream<Object> fields(Object command) {
        var values = Stream.<Object>builder();
        ReflectionUtils.doWithFields(command.getClass(), field -> {
            ReflectionUtils.makeAccessible(field);
            var value = field.get(command);
            if (value != null) values.add(value);
        });
        return values.build();
    }

    private static void check(Object held) {
        if (held instanceof Filter filter && filter.getQuery() != null) check(filter.getQuery());
        if (held instanceof AbstractQuery<?, ?> query)
            for (var each : whole(query)) refuseUnlisted(each.getExpressions().values());
    }

    // Part and whole of an or-query point at each other.
    private static Set<AbstractQuery<?, ?>> whole(AbstractQuery<?, ?> query) {
        Set<AbstractQuery<?, ?>> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        var open = new ArrayDeque<AbstractQuery<?, ?>>(List.of(query));
        while (!open.isEmpty()) {
            var each = open.poll();
            if (seen.add(each) && each instanceof TaskQueryImpl tasks) open.addAll(tasks.getQueries());
        }
        return seen;
    }

    private static void refuseUnlisted(Collection<String> expressions) {
        if (!ListedExpressions.OF_QUERIES.containsAll(expressions))
            throw new AuthorizationException("Expressions are not allowed in queries");
    }
}
