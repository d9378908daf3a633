/** Starts the product: the modules below hold everything it does. */
@NullMarked
package school.chancery;

import org.jspecify.annotations.NullMarked;
