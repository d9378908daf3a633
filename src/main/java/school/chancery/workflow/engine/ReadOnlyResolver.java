package school.chancery.workflow.engine;

import java.beans.FeatureDescriptor;
import java.util.Iterator;
import org.camunda.bpm.impl.juel.jakarta.el.ELContext;
import org.camunda.bpm.impl.juel.jakarta.el.ELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.PropertyNotWritableException;
import org.jspecify.annotations.NullUnmarked;

/** Adapter to the engine's expression language: a resolver that only reads. */
@NullUnmarked
abstract class ReadOnlyResolver extends ELResolver {
    /** The value, or null when this resolver has none. */
    abstract Object read(Object base, Object property);

    @Override
    public Object getValue(ELContext context, Object base, Object property) {
        var value = read(base, property);
        if (value != null) context.setPropertyResolved(true);
        return value;
    }

    @Override
    public Class<?> getType(ELContext context, Object base, Object property) {
        return Object.class;
    }

    @Override
    public void setValue(ELContext context, Object base, Object property, Object value) {
        if (read(base, property) != null) throw new PropertyNotWritableException(String.valueOf(property));
    }

    @Override
    public boolean isReadOnly(ELContext context, Object base, Object property) {
        return true;
    }

    @Override
    public Iterator<FeatureDescriptor> getFeatureDescriptors(ELContext context, Object base) {
        return null;
    }

    @Override
    public Class<?> getCommonPropertyType(ELContext context, Object base) {
        return Object.class;
    }
}
