/** The communication platform: its administrators, the registration of the organization on it, its structure. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "students",
            "people",
            "orders",
            "workflow",
            "identity",
            "organization",
            "documents",
            "mail",
            "audit"
        })
package school.chancery.platform;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
