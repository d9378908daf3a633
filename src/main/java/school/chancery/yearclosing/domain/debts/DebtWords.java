package school.chancery.yearclosing.domain.debts;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import school.chancery.organization.DocumentLanguage;

/** How orders and books name things: always Russian, whoever looks at the page. */
@Component
public class DebtWords {
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("dd.MM.yyyy");

    private final MessageSource messages;

    DebtWords(MessageSource messages) {
        this.messages = messages;
    }

    public String text(String key, Object... arguments) {
        return messages.getMessage(key, arguments, DocumentLanguage.RUSSIAN);
    }

    public static String date(LocalDate day) {
        return DATE.format(day);
    }
}
