package school.chancery.platform.web;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;
import school.chancery.platform.domain.ActDraft;
import school.chancery.platform.domain.NormativeAct;

/** @param version of the act the form was filled from; null for a new one */
record ActForm(
        @NotBlank @Size(max = 1000) @Nullable String title,
        @Size(max = 60) @Nullable String number,
        @Nullable LocalDate issuedOn,
        @Size(max = 300) @Nullable String revision,
        @Nullable Boolean retired,
        @Nullable Long version) {
    private static final int EARLIEST = 1917;

    static final ActForm EMPTY = new ActForm(null, null, null, null, false, null);

    static ActForm of(NormativeAct act) {
        return new ActForm(
                act.title(), act.number(), act.issuedOn(), act.revision(), act.retiredOn() != null, act.version());
    }

    void check(Errors faults, LocalDate today) {
        if (issuedOn == null) return;
        if (issuedOn.isAfter(today)) faults.rejectValue("issuedOn", "platform.refused.date-future");
        if (issuedOn.getYear() < EARLIEST) faults.rejectValue("issuedOn", "platform.refused.date-long-ago");
    }

    ActDraft toDraft() {
        return new ActDraft(Objects.requireNonNull(title), number, issuedOn, revision, Boolean.TRUE.equals(retired));
    }
}
