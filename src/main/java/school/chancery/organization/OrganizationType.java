package school.chancery.organization;

/** Kinds of organizations as the district order names them (S3: МОУ, МДОУ, УДО; F161), and the office itself. */
public enum OrganizationType {
    SCHOOL,
    KINDERGARTEN,
    EXTRACURRICULAR,
    DISTRICT_OFFICE
}
