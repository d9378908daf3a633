package school.chancery.students.domain;

/** Why a case ended without its order having any effect. */
public enum DropReason {
    WITHDRAWN,
    NO_SCHOOL,
    NO_PLACE,
    DOCUMENTS_MISSING,
    ORDER_REJECTED
}
