package school.chancery.people.domain;

/** Why a labour contract ends (ТК РФ ст. 77); the texts are {@code people.cause.<NAME>}. */
public enum DismissalCause {
    OWN_WISH,
    AGREEMENT,
    TERM_OVER,
    TRANSFER,
    OTHER
}
