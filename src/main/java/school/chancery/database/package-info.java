/** Gives the product its PostgreSQL: an embedded server when none is named, roles, the engine's tables, and a refusal of unsafe ones. */
@NullMarked
@ApplicationModule(
        displayName = "Database",
        allowedDependencies = {})
package school.chancery.database;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
