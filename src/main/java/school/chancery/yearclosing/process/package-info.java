/** The cases of the year's closing: their contracts, and the delegates that introduce model and domain to each other. */
@NullMarked
package school.chancery.yearclosing.process;

import org.jspecify.annotations.NullMarked;
