/** Files kept byte for byte, PDF/A rendering and the check of detached signatures. */
@NullMarked
@ApplicationModule(allowedDependencies = {"organization", "audit"})
package school.chancery.documents;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
