package school.chancery.orders;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import school.chancery.documents.Upload;

/** Minutes of the councils that decisions and orders rest on. Recorded once, never changed. */
public interface Councils {
    /** Whose minutes they are; the words are {@code orders.council.<NAME>}. */
    enum Body {
        PEDAGOGICAL,
        GOVERNING,
        METHODICAL,
        PARENTS,
        STAFF
    }

    /**
     * @param number as printed, unique among the minutes of the body in a calendar year
     * @param file the signed minutes; null when they stay on paper
     */
    record NewMinutes(
            UUID organizationId,
            Body body,
            String number,
            LocalDate heldOn,
            String agenda,
            String decision,
            Upload.@Nullable Accepted file,
            UUID recordedBy) {}

    record Minutes(
            UUID id,
            UUID organizationId,
            Body body,
            String number,
            LocalDate heldOn,
            String agenda,
            String decision,
            @Nullable UUID documentId) {}

    sealed interface Answer {
        record Recorded(UUID id) implements Answer {}

        /** @param code message key */
        record Refused(String field, String code) implements Answer {}
    }

    /** In the caller's transaction; the same minutes (body, number, date) recorded already are those. */
    Answer record(NewMinutes minutes);

    Optional<Minutes> find(UUID id);

    /** «педагогического совета (протокол № 9 от 25.05.2027)», as it follows «решением» in an order. */
    String reference(UUID id);
}
