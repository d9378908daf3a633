package school.chancery.orders.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;

/** An annex of an order; its number is its place. */
@Embeddable
public record Annex(
        @Column(name = "title") String title,
        @Column(name = "text") String text) {}
