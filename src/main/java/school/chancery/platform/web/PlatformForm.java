package school.chancery.platform.web;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;
import school.chancery.organization.InternetName;
import school.chancery.platform.domain.ApplicationField;
import school.chancery.platform.domain.Platform;

record PlatformForm(
        @NotBlank @Size(max = 100) @Nullable String name,
        @Size(max = 100) @Nullable String messenger,
        @NotBlank @Nullable String registrationAddress,
        @Nullable Set<ApplicationField> requiredFields) {
    static PlatformForm of(Platform platform) {
        return new PlatformForm(
                platform.name(), platform.messenger(), platform.registrationAddress(), platform.requiredFields());
    }

    void check(Errors faults) {
        if (registrationAddress != null
                && InternetName.email(registrationAddress).isEmpty()) {
            faults.rejectValue("registrationAddress", "platform.refused.email");
        }
    }

    Platform toPlatform(UUID id) {
        return new Platform(
                id,
                Objects.requireNonNull(name),
                messenger,
                InternetName.email(Objects.requireNonNull(registrationAddress)).orElseThrow(),
                requiredFields == null ? Set.of() : requiredFields);
    }
}
