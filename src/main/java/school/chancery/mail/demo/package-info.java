/** In the demo only: the mail server of everybody outside, and a page where one answers in their name. */
@NullMarked
package school.chancery.mail.demo;

import org.jspecify.annotations.NullMarked;
