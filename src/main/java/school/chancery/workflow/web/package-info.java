/** What the engine's web applications and the task pages ask of the server. */
@NullMarked
package school.chancery.workflow.web;

import org.jspecify.annotations.NullMarked;
