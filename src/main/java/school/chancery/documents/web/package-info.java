/** Where a kept file is read. */
@NullMarked
package school.chancery.documents.web;

import org.jspecify.annotations.NullMarked;
