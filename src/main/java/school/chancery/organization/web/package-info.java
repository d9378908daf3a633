/** The pages by which a district office keeps its calendar. */
@NullMarked
package school.chancery.organization.web;

import org.jspecify.annotations.NullMarked;
