package school.chancery.organization.web;

import java.util.Set;
import org.springframework.stereotype.Component;
import school.chancery.organization.ClassKind;
import school.chancery.organization.OrganizationType;
import school.chancery.organization.Organizations;

/** What the organization of the session puts children together in. */
@Component
class ClassKinds {
    private final Organizations organizations;

    ClassKinds(Organizations organizations) {
        this.organizations = organizations;
    }

    Set<ClassKind> here() {
        return type().classKinds();
    }

    boolean haveGrades() {
        return here().contains(ClassKind.CLASS);
    }

    ClassKind usual() {
        return switch (type()) {
            case SCHOOL, DISTRICT_OFFICE -> ClassKind.CLASS;
            case KINDERGARTEN -> ClassKind.GROUP;
            case EXTRACURRICULAR -> ClassKind.ASSOCIATION;
        };
    }

    private OrganizationType type() {
        return organizations.require(SchoolPages.school()).type();
    }
}
