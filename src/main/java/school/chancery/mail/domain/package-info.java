/** The outbox and its sender, the mailbox and its reader. */
@NullMarked
package school.chancery.mail.domain;

import org.jspecify.annotations.NullMarked;
