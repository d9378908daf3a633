package school.chancery.yearclosing.domain;

/**
 * Why something asked of a closing cannot be done.
 *
 * @param field of the request; empty when no single field is at fault
 * @param code message key of the sentence that says why
 */
public record Refusal(String field, String code) {
    static Refusal of(String code) {
        return new Refusal("", "yearclosing.refused." + code);
    }

    static Refusal of(String field, String code) {
        return new Refusal(field, "yearclosing.refused." + code);
    }
}
