/** Organizations, calendars and policies as rows. */
@NullMarked
package school.chancery.organization.domain;

import org.jspecify.annotations.NullMarked;
