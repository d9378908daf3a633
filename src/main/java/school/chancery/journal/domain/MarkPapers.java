package school.chancery.journal.domain;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import school.chancery.journal.MarkValue;

/** The journal's words in documents and tables: always Russian, whoever looks at the page. */
@Component
public class MarkPapers {
    private static final Locale RUSSIAN = Locale.forLanguageTag("ru");

    private final MessageSource messages;

    MarkPapers(MessageSource messages) {
        this.messages = messages;
    }

    public String text(String key, Object... arguments) {
        return messages.getMessage(key, arguments, RUSSIAN);
    }

    /** Short, as it stands in a cell. */
    public @Nullable String mark(@Nullable MarkValue value) {
        return value == null ? null : text("journal.mark." + value);
    }
}
