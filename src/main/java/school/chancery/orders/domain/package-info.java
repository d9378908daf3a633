/** Orders, their numbers, signatures and acknowledgements: the rules, without the engine and without pages. */
@NullMarked
package school.chancery.orders.domain;

import org.jspecify.annotations.NullMarked;
