/** District offices, schools, their working-day calendar and the policy each keeps. */
@NullMarked
@ApplicationModule(allowedDependencies = {"audit"})
package school.chancery.organization;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
