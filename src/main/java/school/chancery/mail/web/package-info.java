/** The office's pages of mail that leaves and mail that came in. */
@NullMarked
package school.chancery.mail.web;

import org.jspecify.annotations.NullMarked;
