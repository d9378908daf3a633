package school.chancery.platform.domain;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What can be changed about an act. */
public record ActDraft(
        String title,
        @Nullable String number,
        @Nullable LocalDate issuedOn,
        @Nullable String revision,
        boolean retired) {}
