/** Mail that leaves through an outbox written with the change that owes it, and mail that comes back. */
@NullMarked
@ApplicationModule(allowedDependencies = {"audit"})
package school.chancery.mail;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
