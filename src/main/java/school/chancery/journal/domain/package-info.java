@NullMarked
package school.chancery.journal.domain;

import org.jspecify.annotations.NullMarked;
