/** Accounts, passwords, attempts to sign in and role assignments as rows. */
@NullMarked
package school.chancery.identity.domain;

import org.jspecify.annotations.NullMarked;
