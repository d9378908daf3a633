/** The pages about people. */
@NullMarked
package school.chancery.people.web;

import org.jspecify.annotations.NullMarked;
