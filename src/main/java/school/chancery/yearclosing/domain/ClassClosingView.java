package school.chancery.yearclosing.domain;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** @param remark why it was given back; null when it never was */
public record ClassClosingView(
        UUID id,
        UUID closingId,
        UUID organizationId,
        UUID classId,
        String classLabel,
        int grade,
        State state,
        @Nullable UUID sentBy,
        @Nullable String remark) {
    public enum State {
        /** With the class teacher. */
        OPEN,
        /** With the deputy. */
        SENT,
        ACCEPTED
    }
}
