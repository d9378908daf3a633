package school.chancery.orders.domain;

import jakarta.persistence.Embeddable;
import java.util.Set;

/** Title, grounds and text of one order. */
@Embeddable
public record Wording(String title, String legalBasis, String body) {
    public Set<String> unfilled() {
        return Template.unfilled(title + "\n" + legalBasis + "\n" + body);
    }
}
