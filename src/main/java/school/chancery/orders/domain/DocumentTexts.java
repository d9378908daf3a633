package school.chancery.orders.domain;

import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import school.chancery.organization.DocumentLanguage;

/** Words that go into documents and case labels: Russian, whatever language their reader has chosen for the pages. */
@Component
public class DocumentTexts {
    private final MessageSource messages;

    DocumentTexts(MessageSource messages) {
        this.messages = messages;
    }

    String text(String key, Object... arguments) {
        return messages.getMessage(key, arguments, DocumentLanguage.RUSSIAN);
    }

    /** Neutral label of a draft's case. */
    public String draftLabel(long draftNumber) {
        return text("orders.case.draft", Long.toString(draftNumber));
    }

    /** Neutral label of an acknowledgement's case. */
    public String orderLabel(String number) {
        return text("orders.case.order", number);
    }

    /** What the case's history says of a refusal to sign. */
    public String refusalReason() {
        return text("orders.case.refused");
    }

    /** Name of a printed acknowledgement sheet. */
    public String sheetFile(String number) {
        return text("orders.file.sheet", number);
    }
}
