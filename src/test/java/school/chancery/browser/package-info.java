/** The product as its users see it: the real Tasklist, Cockpit and portal in Chromium, on the demo's data. */
@NullMarked
package school.chancery.browser;

import org.jspecify.annotations.NullMarked;
