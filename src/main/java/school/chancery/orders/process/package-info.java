/** How the register and the two processes, issuing and acknowledging, tell each other. */
@NullMarked
package school.chancery.orders.process;

import org.jspecify.annotations.NullMarked;
