package school.chancery.students.web;

import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import school.chancery.mail.ReceivedMail;
import school.chancery.students.domain.TransferView;

/**
 * A transfer in words.
 *
 * @param to class or school; null when neither is known
 * @param order «приказ № … от …»; null until registered
 * @param replies what the school outside has written about it, oldest first
 */
public record TransferCard(
        TransferView transfer,
        String pupil,
        String fromClass,
        @Nullable String to,
        @Nullable String order,
        @Nullable UUID orderId,
        List<Reply> replies) {

    /** @param receivedAt where the school is */
    public record Reply(ReceivedMail mail, ZonedDateTime receivedAt) {
        String title() {
            return "%td.%<tm.%<tY %<tH:%<tM, %s".formatted(receivedAt, mail.subject());
        }

        @Override
        public String toString() {
            return "Reply[" + mail.id() + "]";
        }
    }

    public TransferCard {
        replies = List.copyOf(replies);
    }

    Optional<Reply> latestReply() {
        return replies.isEmpty() ? Optional.empty() : Optional.of(replies.get(replies.size() - 1));
    }

    boolean hasReply(UUID mailId) {
        return replies.stream().anyMatch(reply -> reply.mail().id().equals(mailId));
    }

    @Override
    public String toString() {
        return "TransferCard[" + transfer.id() + "]";
    }
}
