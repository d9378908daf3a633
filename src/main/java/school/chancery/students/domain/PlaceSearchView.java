package school.chancery.students.domain;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the district office is asked, and what it has answered. */
public record PlaceSearchView(
        UUID id,
        UUID organizationId,
        UUID transferId,
        UUID sendingOrganizationId,
        UUID refusedOrganizationId,
        Newcomer newcomer,
        LocalDate wantedOn,
        @Nullable String refusal,
        State state,
        @Nullable UUID foundOrganizationId,
        @Nullable String reason) {
    public enum State {
        OPEN,
        FOUND,
        NONE,
        WITHDRAWN
    }

    @Override
    public String toString() {
        return "PlaceSearchView[" + id + "]";
    }
}
