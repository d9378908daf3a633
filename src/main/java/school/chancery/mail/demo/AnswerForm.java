package school.chancery.mail.demo;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

record AnswerForm(@NotBlank @Size(max = 5000) @Nullable String text) {}
