package school.chancery.students.domain;

/**
 * Why something asked for cannot be done.
 *
 * @param field of the form that asked; empty when no single field is at fault
 * @param code message key of the sentence that says why
 */
public record Refusal(String field, String code) {}
