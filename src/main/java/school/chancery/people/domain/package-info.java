/** The register of persons: who works and who learns where. */
@NullMarked
package school.chancery.people.domain;

import org.jspecify.annotations.NullMarked;
