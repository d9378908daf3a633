package school.chancery.students;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Why a pupil moves, as the movement book says it.
 *
 * @param orderId of a registered order
 * @param reason in words, e.g. «заявление родителей от 01.10.2026»
 * @param otherOrganization where the pupil comes from or goes to; null when to or from no other organization
 */
public record MovementGround(
        UUID orderId, String reason, @Nullable String otherOrganization) {}
