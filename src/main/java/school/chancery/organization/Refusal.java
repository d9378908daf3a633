package school.chancery.organization;

/**
 * Why something asked of a school's register cannot be done.
 *
 * @param field of the request; empty when no single field is at fault
 * @param code message key of the sentence that says why
 */
public record Refusal(String field, String code) {}
