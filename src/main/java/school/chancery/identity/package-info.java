/** Accounts, roles with their grounds and dates, sign-in and the one active organization of a session. */
@NullMarked
@ApplicationModule(allowedDependencies = {"organization", "audit"})
package school.chancery.identity;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
