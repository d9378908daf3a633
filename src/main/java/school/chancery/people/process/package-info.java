/** The processes about people and what the engine calls of them. */
@NullMarked
package school.chancery.people.process;

import org.jspecify.annotations.NullMarked;
