/** Tables as files: what arrives is recognised by its content and read row by row, what leaves is written row by row. */
@NullMarked
package school.chancery.exchange.file;

import org.jspecify.annotations.NullMarked;
