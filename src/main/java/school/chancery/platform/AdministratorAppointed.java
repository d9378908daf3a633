package school.chancery.platform;

import java.util.UUID;

/** An administrator's appointment came into force by a registered order. */
public record AdministratorAppointed(
        UUID appointmentId, UUID organizationId, UUID platformId, UUID staffId, UUID orderId) {}
