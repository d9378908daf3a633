/** The module's own process: a failure that people resolve. */
@NullMarked
package school.chancery.workflow.process;

import org.jspecify.annotations.NullMarked;
