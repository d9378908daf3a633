/** Staff and pupils of an organization as far as its cases need them. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "exchange",
            "orders",
            "workflow",
            "identity",
            "organization",
            "documents",
            "mail",
            "audit"
        })
package school.chancery.people;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
