package school.chancery.platform.domain;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How far one organization has come on one platform, in states and numbers: no person stands here.
 *
 * @param mainSince since when there is a main administrator; null = there is none
 * @param state of the newest application; null = none was opened
 * @param tellsDistrict the platform has not answered for so long that the district was told
 * @param units parts of the structure to build, 0 before the profile is filled in
 */
public record SchoolStanding(
        UUID organizationId,
        String organization,
        String platform,
        @Nullable LocalDate mainSince,
        int additional,
        @Nullable String reference,
        @Nullable ApplicationState state,
        @Nullable LocalDate stateSince,
        boolean tellsDistrict,
        int units,
        int unitsCreated) {}
