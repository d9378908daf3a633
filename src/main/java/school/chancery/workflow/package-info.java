/** The process engine: cases, tasks and their forms, terms and reminders, facts between cases, failures told to people. */
@NullMarked
@ApplicationModule(allowedDependencies = {"identity", "organization", "mail", "audit"})
package school.chancery.workflow;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
