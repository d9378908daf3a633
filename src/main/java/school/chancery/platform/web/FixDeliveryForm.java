package school.chancery.platform.web;

import jakarta.validation.constraints.NotBlank;
import org.jspecify.annotations.Nullable;

record FixDeliveryForm(@NotBlank @Nullable String address) {}
