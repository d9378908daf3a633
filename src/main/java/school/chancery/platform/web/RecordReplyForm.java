package school.chancery.platform.web;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;
import school.chancery.platform.domain.PlatformRegistration.RecordedReply;
import school.chancery.platform.domain.PlatformReply;

/** @param receivedMailId the mail that the reply was read from; null when it came another way */
record RecordReplyForm(
        @NotNull @Nullable PlatformReply reply,
        @NotNull @Nullable LocalDate repliedOn,
        @Size(max = 2000) @Nullable String words,
        @Nullable UUID receivedMailId) {

    void check(Errors faults, ApplicationCard application, LocalDate today) {
        if (reply != null && reply.needsWords() && words == null) {
            faults.rejectValue("words", "platform.refused.words");
        }
        if (repliedOn != null && repliedOn.isAfter(today)) {
            faults.rejectValue("repliedOn", "platform.refused.date-future");
        } else if (repliedOn != null
                && repliedOn.isBefore(application.openedAt().toLocalDate())) {
            faults.rejectValue("repliedOn", "platform.refused.before-application");
        }
        if (receivedMailId != null && !isAmong(application)) {
            faults.rejectValue("receivedMailId", "typeMismatch.java.util.UUID");
        }
    }

    RecordedReply toReply(UUID by) {
        return new RecordedReply(
                Objects.requireNonNull(reply), words, Objects.requireNonNull(repliedOn), receivedMailId, by);
    }

    private boolean isAmong(ApplicationCard application) {
        return application.replies().stream().anyMatch(each -> each.mail().id().equals(receivedMailId));
    }
}
