package school.chancery.students.domain;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The notice that closes a transfer.
 *
 * @param number of the order of enrolment
 * @param on its date
 * @param from the school that enrolled
 * @param mailId the mail it was read from
 */
public record ArrivalNotice(
        NoticeChannel channel,
        String number,
        LocalDate on,
        String from,
        @Nullable UUID mailId) {
    /** One that was read from no mail. */
    public ArrivalNotice(NoticeChannel channel, String number, LocalDate on, String from) {
        this(channel, number, on, from, null);
    }
}
