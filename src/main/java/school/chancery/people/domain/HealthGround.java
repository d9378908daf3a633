package school.chancery.people.domain;

import java.time.LocalDate;

/**
 * Why something of a special category may be kept about a child (152-ФЗ ст. 10).
 *
 * @param text the paper: «согласие родителей от …», «заключение ПМПК № …»
 */
public record HealthGround(Kind kind, String text, LocalDate on) {
    public enum Kind {
        CONSENT,
        MEDICAL_DOCUMENT,
        COMMISSION,
        LAW
    }
}
