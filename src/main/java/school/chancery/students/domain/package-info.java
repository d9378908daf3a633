/** Enrolments, the movement book and transfers: the rules and the rows. */
@NullMarked
package school.chancery.students.domain;

import org.jspecify.annotations.NullMarked;
