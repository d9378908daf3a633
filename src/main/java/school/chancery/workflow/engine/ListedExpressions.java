package school.chancery.workflow.engine;

import java.util.Set;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.delegate.BaseDelegateExecution;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.bpm.engine.impl.el.Expression;
import org.camunda.bpm.engine.impl.el.JuelExpression;
import org.camunda.bpm.engine.impl.el.JuelExpressionManager;
import org.camunda.bpm.engine.impl.el.VariableContextElResolver;
import org.camunda.bpm.engine.impl.el.VariableScopeElResolver;
import org.camunda.bpm.impl.juel.jakarta.el.ArrayELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.CompositeELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.ELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.ListELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.MapELResolver;

/**
 * Adapter to the engine's expressions: they see variables and the {@link ListedBeans}, nothing else of the product and
 * nothing of Java. Spring's own manager would show every bean, {@code ${dataSource.connection}} included.
 *
 * <p>An expression evaluated without a scope comes from a query, never from a model. There the engine has an open hole
 * (CVE-2026-109432: expressions in or-queries and saved filters run although they are switched off), so here, at the one
 * point all ways lead through, only those that our own filters need are let pass.
 */
class ListedExpressions extends JuelExpressionManager {
    static final Set<String> OF_QUERIES = Set.of("${currentUser()}", "${currentUserGroups()}", "${now()}");

    private final ListedBeans listed;

    ListedExpressions(ListedBeans listed) {
        this.listed = listed;
    }

    @Override
    public Expression createExpression(String text) {
        ensureInitialized();
        return new JuelExpression(createValueExpression(text), this, text) {
            private static final long serialVersionUID = 1L;

            @Override
            public Object getValue(VariableScope scope, BaseDelegateExecution context) {
                if (scope == null && !isLiteral(text) && !OF_QUERIES.contains(text))
                    throw new ProcessEngineException("Expressions are not allowed in queries");
                return super.getValue(scope, context);
            }
        };
    }

    private static boolean isLiteral(String text) {
        return !text.contains("${") && !text.contains("#{");
    }

    @Override
    protected ELResolver createElResolver() {
        var resolver = new CompositeELResolver();
        resolver.add(new Names());
        resolver.add(new VariableScopeElResolver());
        resolver.add(new VariableContextElResolver());
        resolver.add(new ArrayELResolver(true));
        resolver.add(new ListELResolver(true));
        resolver.add(new MapELResolver(true));
        resolver.add(new ListedMembers());
        return resolver;
    }

    /** Top-level names: before variables, so that a variable can't take a bean's place. */
    private class Names extends ReadOnlyResolver {
        @Override
        Object read(Object base, Object property) {
            return base == null && property instanceof String name ? listed.find(name) : null;
        }
    }
}
