/** Tables in and out: one engine that loads the files schools have into the registers, and lists as files. */
@NullMarked
@ApplicationModule(allowedDependencies = {"identity", "organization", "documents", "audit"})
package school.chancery.exchange;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
