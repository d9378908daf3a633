package school.chancery.platform.web;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

record ActivateAdministratorForm(
        @NotBlank @Nullable String phone, @NotNull @Nullable LocalDate activatedOn) {}
