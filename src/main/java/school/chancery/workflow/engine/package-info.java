/** The engine's configuration and the walls around it: the only place that touches its internals. */
@NullMarked
package school.chancery.workflow.engine;

import org.jspecify.annotations.NullMarked;
