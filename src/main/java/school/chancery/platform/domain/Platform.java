package school.chancery.platform.domain;

import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A communication platform. Names and addresses are data: they change without a release.
 *
 * @param messenger the messenger that belongs to it
 * @param registrationAddress where applications go by mail
 * @param requiredFields fields without which the platform sends an application back
 */
public record Platform(
        UUID id,
        String name,
        @Nullable String messenger,
        String registrationAddress,
        Set<ApplicationField> requiredFields) {
    public Platform {
        requiredFields = Set.copyOf(requiredFields);
    }
}
