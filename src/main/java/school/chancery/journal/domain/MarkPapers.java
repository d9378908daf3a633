package school.chancery.journal.domain;

import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import school.chancery.journal.MarkValue;
import school.chancery.organization.DocumentLanguage;

/** The journal's words in documents and tables: always Russian, whoever looks at the page. */
@Component
public class MarkPapers {

    private final MessageSource messages;

    MarkPapers(MessageSource messages) {
        this.messages = messages;
    }

    public String text(String key, Object... arguments) {
        return messages.getMessage(key, arguments, DocumentLanguage.RUSSIAN);
    }

    /** Short, as it stands in a cell. */
    public @Nullable String mark(@Nullable MarkValue value) {
        return value == null ? null : text("journal.mark." + value);
    }
}
