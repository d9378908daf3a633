package school.chancery.students.domain;

import java.util.List;

/**
 * Why something asked for cannot be done.
 *
 * @param field of the form that asked; empty when no single field is at fault
 * @param code message key of the sentence that says why
 * @param arguments of that sentence
 */
public record Refusal(String field, String code, List<String> arguments) {
    public Refusal {
        arguments = List.copyOf(arguments);
    }

    public Refusal(String field, String code) {
        this(field, code, List.of());
    }
}
