package school.chancery.documents;

import java.util.Locale;
import java.util.Map;

/** Renders a Thymeleaf template as PDF/A-2b with the embedded typeface. */
public interface PdfRenderer {
    /**
     * @param template under {@code forms/}, without {@code .html}
     * @param title the document's title in the PDF's metadata
     * @return the bytes; they differ from run to run, so store them and never render again to compare
     */
    byte[] render(String template, String title, Map<String, Object> model, Locale locale);
}
