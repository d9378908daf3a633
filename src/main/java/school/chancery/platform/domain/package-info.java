/** Who administers the platform by which order, and how far the organization's registration there has come. */
@NullMarked
package school.chancery.platform.domain;

import org.jspecify.annotations.NullMarked;
