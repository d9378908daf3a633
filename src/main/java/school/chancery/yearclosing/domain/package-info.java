@NullMarked
package school.chancery.yearclosing.domain;

import org.jspecify.annotations.NullMarked;
