package school.chancery.students.web;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;
import school.chancery.students.domain.ArrivalNotice;
import school.chancery.students.domain.NoticeChannel;

/** @param mailId the mail that the notice was read from; null when it came another way */
record RecordNoticeForm(
        @NotNull @Nullable NoticeChannel channel,
        @NotBlank @Size(max = 300) @Nullable String noticeFrom,
        @NotBlank @Size(max = 60) @Nullable String noticeNumber,
        @NotNull @Nullable LocalDate noticeOn,
        @Nullable UUID mailId) {

    /** What has come by mail is offered; what it says a person reads and writes down. */
    static RecordNoticeForm of(TransferCard card) {
        return card.latestReply()
                .map(reply -> new RecordNoticeForm(
                        NoticeChannel.MAIL, card.to(), null, null, reply.mail().id()))
                .orElseGet(() -> new RecordNoticeForm(null, card.to(), null, null, null));
    }

    void check(Errors faults, TransferCard card) {
        // What the system tells by itself nobody types in.
        if (channel == NoticeChannel.SYSTEM) faults.rejectValue("channel", "students.refused.missing");
        if (channel == NoticeChannel.MAIL && mailId != null && !card.hasReply(mailId))
            faults.rejectValue("mailId", "typeMismatch.java.util.UUID");
    }

    /** Call on a form without faults only. */
    ArrivalNotice toNotice() {
        return new ArrivalNotice(
                Objects.requireNonNull(channel),
                Objects.requireNonNull(noticeNumber),
                Objects.requireNonNull(noticeOn),
                Objects.requireNonNull(noticeFrom),
                channel == NoticeChannel.MAIL ? mailId : null);
    }
}
