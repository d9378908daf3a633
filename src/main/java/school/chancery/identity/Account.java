package school.chancery.identity;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An account as others see it; its id is the engine's user id.
 *
 * @param displayName «Иванова А. П.»: for pages only, never for variables, logs or task names
 * @param personId the staff member, guardian or pupil behind it; null for technical accounts
 */
public record Account(
        UUID id,
        String displayName,
        @Nullable String email,
        @Nullable UUID personId) {}
