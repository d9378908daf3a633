package school.chancery.organization;

import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Kinds of organizations as the district order names them (S3: МОУ, МДОУ, УДО; F161), and the office itself. */
public enum OrganizationType {
    SCHOOL(ClassKind.CLASS, ClassKind.GROUP, ClassKind.ASSOCIATION),
    KINDERGARTEN(ClassKind.GROUP, ClassKind.ASSOCIATION),
    EXTRACURRICULAR(ClassKind.ASSOCIATION),
    DISTRICT_OFFICE;

    private final Set<ClassKind> classKinds;

    OrganizationType(ClassKind... classKinds) {
        var kinds = EnumSet.noneOf(ClassKind.class);
        kinds.addAll(List.of(classKinds));
        this.classKinds = Collections.unmodifiableSet(kinds);
    }

    /** What it puts children together in, the usual first; a school may have groups and circles of its own. */
    public Set<ClassKind> classKinds() {
        return classKinds;
    }
}
