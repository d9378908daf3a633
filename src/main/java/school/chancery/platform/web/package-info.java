/** The forms of the platform's cases and the pages about administrators, applications and acts. */
@NullMarked
package school.chancery.platform.web;

import org.jspecify.annotations.NullMarked;
