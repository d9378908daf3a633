@NullMarked
package school.chancery.journal.web;

import org.jspecify.annotations.NullMarked;
