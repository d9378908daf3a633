package school.chancery.people.domain;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Limited health (ОВЗ) or disability of a child (F124).
 *
 * @param programme the adapted programme, e.g. «АООП НОО, вариант 5.1»
 * @param conclusionNumber of the commission (ПМПК), with its date or neither
 */
public record SpecialNeeds(
        Category category,
        boolean disability,
        @Nullable String programme,
        @Nullable String conclusionNumber,
        @Nullable LocalDate conclusionOn,
        @Nullable LocalDate validTo,
        @Nullable String conditions,
        HealthGround ground) {
    public enum Category {
        HEARING,
        VISION,
        SPEECH,
        MOTOR,
        DELAY,
        AUTISM,
        INTELLECT,
        COMPLEX,
        NONE
    }

    @Override
    public String toString() {
        return "SpecialNeeds[hidden]";
    }
}
