package school.chancery.orders.domain;

/** Kinds of a school's own documents; the texts are {@code orders.document.kind.<NAME>}. */
public enum DocumentKind {
    LOCAL_ACT,
    MINUTES,
    PLAN,
    PROGRAMME,
    INSTRUCTION,
    REPORT,
    LETTER,
    OTHER
}
