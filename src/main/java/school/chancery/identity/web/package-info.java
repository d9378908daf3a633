/** The frame of all pages, sign-in, the organization switch and the pages about accounts and roles. */
@NullMarked
package school.chancery.identity.web;

import org.jspecify.annotations.NullMarked;
