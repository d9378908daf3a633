package school.chancery.workflow;

import java.time.LocalDate;
import java.util.UUID;
import java.util.function.Function;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.jspecify.annotations.Nullable;

/**
 * A typed name of a process variable. Variables hold ids, dates and decisions only, written as plain strings, so that
 * no personal data can ride along and no class name is serialized into the engine's tables.
 */
public final class ProcessVariable<T> {
    private final String name;
    private final Function<String, T> read;

    private ProcessVariable(String name, Function<String, T> read) {
        this.name = name;
        this.read = read;
    }

    public static ProcessVariable<UUID> id(String name) {
        return new ProcessVariable<>(name, UUID::fromString);
    }

    public static ProcessVariable<LocalDate> date(String name) {
        return new ProcessVariable<>(name, LocalDate::parse);
    }

    public static ProcessVariable<String> code(String name) {
        return new ProcessVariable<>(name, Function.identity());
    }

    public static <E extends Enum<E>> ProcessVariable<E> choice(String name, Class<E> type) {
        return new ProcessVariable<>(name, value -> Enum.valueOf(type, value));
    }

    public String name() {
        return name;
    }

    /** @throws IllegalStateException when the variable is not set: a model that forgot it */
    public T from(VariableScope scope) {
        var value = find(scope);
        if (value == null) {
            throw new IllegalStateException("process variable " + name + " is not set");
        }
        return value;
    }

    public @Nullable T find(VariableScope scope) {
        return read(scope.getVariable(name));
    }

    /** As the engine gave it. */
    public @Nullable T read(@Nullable Object value) {
        return value == null ? null : read.apply(value.toString());
    }

    public Value with(T value) {
        return new Value(name, value instanceof Enum<?> e ? e.name() : value.toString());
    }

    /** A variable and its value, ready to be handed to the engine. */
    public record Value(String name, String value) {}
}
