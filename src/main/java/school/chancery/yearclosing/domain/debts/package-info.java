/** What becomes of academic debts once the year is sealed: attempts, the end of the term, what the parents choose. */
@NullMarked
package school.chancery.yearclosing.domain.debts;

import org.jspecify.annotations.NullMarked;
