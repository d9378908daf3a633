package school.chancery.people;

import org.jspecify.annotations.Nullable;

/**
 * How to reach a person; shown to those who need it for their work, never listed.
 *
 * @param phone E.164, e.g. {@code +79990000001}
 */
public record Contacts(@Nullable String email, @Nullable String phone) {}
