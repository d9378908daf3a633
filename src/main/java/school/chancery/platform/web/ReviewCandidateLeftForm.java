package school.chancery.platform.web;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** @param reason what becomes of the order, for the case */
record ReviewCandidateLeftForm(
        @NotBlank @Size(max = 1000) @Nullable String reason) {
    static final ReviewCandidateLeftForm EMPTY = new ReviewCandidateLeftForm(null);
}
