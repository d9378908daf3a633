/** The pages and forms of the pupils' movement. */
@NullMarked
package school.chancery.students.web;

import org.jspecify.annotations.NullMarked;
