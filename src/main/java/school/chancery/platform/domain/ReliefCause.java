package school.chancery.platform.domain;

/** Why an administrator is relieved: the head's decision, or the employee leaves. */
public enum ReliefCause {
    DECISION,
    DISMISSAL
}
