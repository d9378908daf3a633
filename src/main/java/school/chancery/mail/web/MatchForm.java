package school.chancery.mail.web;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** @param reference of the case the mail belongs to, as it stands in its mails */
record MatchForm(@NotBlank @Size(max = 60) @Nullable String reference) {}
