/**
 * The invented district of the {@code demo} profile: its people are generated from a fixed seed, its accounts share one
 * password of the installation, and no production start accepts them.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"people", "identity", "organization", "audit"})
package school.chancery.demo;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
