/** The order register: drafting, signing, numbering, acknowledgement. */
@NullMarked
@ApplicationModule(allowedDependencies = {"workflow", "identity", "organization", "documents", "audit"})
package school.chancery.orders;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
