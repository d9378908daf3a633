/** Task forms and pages of the order register. */
@NullMarked
package school.chancery.orders.web;

import org.jspecify.annotations.NullMarked;
