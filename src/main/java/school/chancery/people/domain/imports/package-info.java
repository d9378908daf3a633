/** First loading of the employees. */
@NullMarked
package school.chancery.people.domain.imports;

import org.jspecify.annotations.NullMarked;
