/** The product killed at its commits, and the clerk who comes back afterwards and goes on. */
@NullMarked
package school.chancery.faults;

import org.jspecify.annotations.NullMarked;
