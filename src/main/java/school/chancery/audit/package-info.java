/** Who acts, for which organizations, and what was done and read: acting persons as plain ids, rows chained per organization. */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package school.chancery.audit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
