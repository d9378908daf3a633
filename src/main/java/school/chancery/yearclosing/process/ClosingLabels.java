package school.chancery.yearclosing.process;

import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import school.chancery.organization.DocumentLanguage;
import school.chancery.organization.SchoolYears;
import school.chancery.yearclosing.domain.ClosingBoard;

/** What stands beside the names of tasks: the year, a class, never a person. */
@Component
class ClosingLabels {

    private final MessageSource messages;
    private final SchoolYears years;
    private final ClosingBoard board;

    ClosingLabels(MessageSource messages, SchoolYears years, ClosingBoard board) {
        this.messages = messages;
        this.years = years;
        this.board = board;
    }

    String year(UUID schoolYearId) {
        var year = years.find(schoolYearId).orElseThrow();
        return messages.getMessage("yearclosing.label", new Object[] {year.label()}, DocumentLanguage.RUSSIAN);
    }

    /** By the id of the class's part of the closing. */
    Map<String, String> classes(UUID closingId) {
        return board.progress(closingId).stream()
                .collect(Collectors.toMap(one -> one.classClosingId().toString(), one -> one.label()));
    }
}
