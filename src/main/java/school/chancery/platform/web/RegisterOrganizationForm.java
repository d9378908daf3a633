package school.chancery.platform.web;

import jakarta.validation.constraints.NotNull;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

record RegisterOrganizationForm(@NotNull @Nullable UUID platformId) {}
