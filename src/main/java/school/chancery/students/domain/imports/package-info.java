/** First loading of the pupils with their parents into persons, pupils, guardians and enrolments. */
@NullMarked
package school.chancery.students.domain.imports;

import org.jspecify.annotations.NullMarked;
