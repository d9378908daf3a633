/** Marks of the year loaded from a table. */
@NullMarked
package school.chancery.journal.domain.imports;

import org.jspecify.annotations.NullMarked;
