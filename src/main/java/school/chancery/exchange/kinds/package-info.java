/** The kinds whose rows are the school's structure: classes, subjects, subgroups. */
@NullMarked
package school.chancery.exchange.kinds;

import org.jspecify.annotations.NullMarked;
