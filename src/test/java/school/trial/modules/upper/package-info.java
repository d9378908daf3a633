@ApplicationModule(allowedDependencies = "lower")
package school.trial.modules.upper;

import org.springframework.modulith.ApplicationModule;
