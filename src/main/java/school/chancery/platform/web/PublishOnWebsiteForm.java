package school.chancery.platform.web;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;
import school.chancery.organization.InternetName;
import school.chancery.platform.domain.Publications.Publication;

record PublishOnWebsiteForm(
        @NotNull @Nullable Decision decision,
        @Size(max = 900) @Nullable String url,
        @Nullable LocalDate publishedOn,
        @Size(max = 1000) @Nullable String reason) {
    static final PublishOnWebsiteForm EMPTY = new PublishOnWebsiteForm(Decision.PUBLISHED, null, null, null);

    enum Decision {
        PUBLISHED,
        NOT_PUBLISHED
    }

    /** @param registeredOn date of the order: nothing is published before it exists */
    void check(Errors faults, LocalDate registeredOn, LocalDate today) {
        if (decision == Decision.NOT_PUBLISHED && reason == null) {
            faults.rejectValue("reason", "platform.refused.reason");
        } else if (decision == Decision.PUBLISHED) {
            if (url == null || InternetName.web(url).isEmpty()) faults.rejectValue("url", "platform.refused.url");
            checkDate(faults, registeredOn, today);
        }
    }

    /** Null when it is not published. */
    @Nullable
    Publication toPublication() {
        return decision == Decision.NOT_PUBLISHED
                ? null
                : new Publication(
                        InternetName.web(Objects.requireNonNull(url)).orElseThrow(),
                        Objects.requireNonNull(publishedOn));
    }

    private void checkDate(Errors faults, LocalDate registeredOn, LocalDate today) {
        if (publishedOn == null) {
            if (!faults.hasFieldErrors("publishedOn")) faults.rejectValue("publishedOn", "platform.refused.missing");
        } else if (publishedOn.isBefore(registeredOn)) {
            faults.rejectValue("publishedOn", "platform.refused.before-order");
        } else if (publishedOn.isAfter(today)) {
            faults.rejectValue("publishedOn", "platform.refused.date-future");
        }
    }
}
