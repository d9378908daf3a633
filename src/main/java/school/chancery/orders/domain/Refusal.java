package school.chancery.orders.domain;

/** Why the register did not do what it was asked to; the texts are {@code orders.refusal.<NAME>}. */
public enum Refusal {
    NOT_A_DRAFT,
    NOT_FROZEN,
    /** The law leaves no choice: such an order is signed or returned (processes.md, issue-order 2). */
    STATUTORY,
    REASON_MISSING,
    /** Somebody else changed the draft meanwhile. */
    CHANGED_MEANWHILE,
    /** The earlier order has lost its force already. */
    TARGET_ENDED,
    NOT_THE_DIRECTOR,
    PASSWORD_WRONG,
    THROTTLED,
    SIGNATURE_MISSING,
    WRONG_SIGNATURE_KIND,
    DATE_IN_FUTURE,
    NUMBER_TAKEN,
    ALREADY_SETTLED,
    NOT_THE_PERSON,
    WITNESSES_ALIKE,
    DATE_BEFORE_ORDER,
    /** The case acts on its own date: an order that names another would say what does not happen. */
    DATE_OF_CASE
}
