/** Who is in which class: enrolment, transfer, withdrawal, and the movement book that tells of them. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "exchange",
            "people",
            "orders",
            "workflow",
            "identity",
            "organization",
            "documents",
            "mail",
            "audit"
        })
package school.chancery.students;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
