package school.chancery.yearclosing.process;

import java.util.UUID;
import org.springframework.stereotype.Component;
import school.chancery.identity.Accounts;
import school.chancery.organization.Organizations;
import school.chancery.people.ClassTeachers;
import school.chancery.yearclosing.domain.ClassOutcomes;

/** Who proposes the outcomes of a class: its class teacher, as an account. */
@Component
class Proposers {
    /** A class without a class teacher, or whose teacher cannot sign in: the deputies propose. */
    private static final String NOBODY = "nobody";

    private final ClassOutcomes outcomes;
    private final ClassTeachers teachers;
    private final Accounts accounts;
    private final Organizations organizations;

    Proposers(ClassOutcomes outcomes, ClassTeachers teachers, Accounts accounts, Organizations organizations) {
        this.outcomes = outcomes;
        this.teachers = teachers;
        this.accounts = accounts;
        this.organizations = organizations;
    }

    String of(UUID classClosingId) {
        var closing = outcomes.require(classClosingId);
        return teachers.of(closing.classId(), organizations.today(closing.organizationId()))
                .flatMap(teacher -> accounts.ofPerson(teacher.personId()))
                .map(account -> account.id().toString())
                .orElse(NOBODY);
    }
}
