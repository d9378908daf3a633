/** Pages of the year's closing: the forms of its tasks, where a school stands, what the plan names, the district's view. */
@NullMarked
package school.chancery.yearclosing.web;

import org.jspecify.annotations.NullMarked;
