/** Generated bad requests against every handler, and what must not come of them. */
@NullMarked
package school.chancery.attacks;

import org.jspecify.annotations.NullMarked;
