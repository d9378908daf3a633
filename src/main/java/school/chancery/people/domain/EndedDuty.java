package school.chancery.people.domain;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * That somebody bears a duty no longer.
 *
 * @param lastDay last day with it; yesterday = it ends this moment
 * @param orderId the registered order that ends it; null when a paper does
 * @param document that paper, e.g. «выход на работу основного работника, заявление от 10.11.2026»
 * @param by account of whoever says so
 */
public record EndedDuty(
        LocalDate lastDay, @Nullable UUID orderId, @Nullable String document, UUID by) {}
