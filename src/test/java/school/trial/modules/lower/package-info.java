@ApplicationModule(allowedDependencies = {})
package school.trial.modules.lower;

import org.springframework.modulith.ApplicationModule;
