/** An import from the file to the register and back: its states, its staged rows, its checks. */
@NullMarked
package school.chancery.exchange.domain;

import org.jspecify.annotations.NullMarked;
