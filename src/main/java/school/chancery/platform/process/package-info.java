/** The cases of the platform: their contracts, and the delegates that introduce model and domain to each other. */
@NullMarked
package school.chancery.platform.process;

import org.jspecify.annotations.NullMarked;
