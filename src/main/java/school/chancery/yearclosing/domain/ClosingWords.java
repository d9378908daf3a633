package school.chancery.yearclosing.domain;

import java.util.UUID;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import school.chancery.organization.DocumentLanguage;
import school.chancery.organization.SchoolYears;

/** Words that go into orders, the movement book and the labels of cases: Russian, whoever reads. */
@Component
public class ClosingWords {

    private final MessageSource messages;
    private final SchoolYears years;

    ClosingWords(MessageSource messages, SchoolYears years) {
        this.messages = messages;
        this.years = years;
    }

    public String text(String key, Object... arguments) {
        return messages.getMessage(key, arguments, DocumentLanguage.RUSSIAN);
    }

    /** {@code 2026/2027} */
    public String year(UUID schoolYearId) {
        return years.find(schoolYearId).orElseThrow().label();
    }

    /** What stands behind the heading of a list of names; empty when the kind of the order says it all. */
    String annexNote(YearOutcome outcome) {
        return switch (outcome) {
            case CONDITIONAL, GRADUATED_GOES_ON, LEVEL_NOT_COMPLETED, LEFT_WITH_STATEMENT ->
                " (" + text("yearclosing.annex." + outcome) + ")";
            default -> "";
        };
    }
}
