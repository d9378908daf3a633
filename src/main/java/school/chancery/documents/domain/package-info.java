/** How files are kept, rendered and checked. */
@NullMarked
package school.chancery.documents.domain;

import org.jspecify.annotations.NullMarked;
