package school.trial.code.domain;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.util.UUID;

@Entity
public class PublicEntity {
    @Id
    private UUID id;
}
