package school.chancery.organization;

import java.util.Locale;

/** Documents, labels of cases and mails are Russian, whatever language somebody reads the pages in. */
public final class DocumentLanguage {
    public static final Locale RUSSIAN = Locale.forLanguageTag("ru");

    private DocumentLanguage() {}
}
