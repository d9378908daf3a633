package school.chancery.organization.web;

import school.chancery.organization.Outcome;
import school.chancery.organization.Refusal;

/** Many classes of a row may be refused for one reason; the form has one field for it, and says it once. */
final class RowFaults {
    private RowFaults() {}

    static Outcome of(Outcome outcome) {
        return outcome instanceof Outcome.Refused refused
                ? new Outcome.Refused(refused.reasons().stream()
                        .map(reason -> new Refusal(field(reason.field()), reason.code()))
                        .distinct()
                        .toList())
                : outcome;
    }

    private static String field(String ofOne) {
        return switch (ofOne) {
            case "capacity" -> "capacity";
            case "grade" -> "gradeFrom";
            case "letter" -> "letters";
            default -> "";
        };
    }
}
