package school.chancery.orders.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.util.UUID;

/** A person the order must be shown to, with the name and position as they stood when it was drafted. */
@Embeddable
public record Acquaintance(
        @Column(name = "person_id") UUID personId,
        @Column(name = "name") String name,
        @Column(name = "job_position") String jobPosition) {}
