/** The cases of the pupils' movement: their contracts, and the delegates that introduce model and domain to each other. */
@NullMarked
package school.chancery.students.process;

import org.jspecify.annotations.NullMarked;
