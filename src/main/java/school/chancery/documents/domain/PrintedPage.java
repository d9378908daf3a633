package school.chancery.documents.domain;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.helper.W3CDom;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;

/** The HTML of a document made ready for print: title, stylesheet, and text that the typeface can set. */
final class PrintedPage {
    private static final String STYLE = Resources.text("gost.css");

    // XML refuses most control characters, and people paste them from word processors.
    private static final Pattern UNPRINTABLE = Pattern.compile(
            "[\\p{Cc}\\p{Cs}\\x{FFFE}\\x{FFFF}\\x{FEFF}\\x{200B}-\\x{200F}\\x{202A}-\\x{202E}&&[^\\n\\t]]");

    // «№ 273-ФЗ» would break after its hyphen; a hyphen of another code would not be found by a search.
    private static final Pattern UNBREAKABLE =
            Pattern.compile("№[ \\x{A0}][\\p{L}\\d./-]+|\\d[\\d/]*-[\\p{L}\\d][\\p{L}\\d/-]*|\\(UTC[^)]*\\)");

    private final Document page;

    PrintedPage(String html, String title, Locale locale) {
        page = Jsoup.parse(clean(html));
        page.title(clean(title));
        page.head().appendElement("style").appendText(STYLE);
        page.selectFirst("html").attr("lang", locale.getLanguage());
        page.body().select("*").forEach(PrintedPage::keepTogether);
    }

    org.w3c.dom.Document document() {
        return new W3CDom().namespaceAware(true).fromJsoup(page);
    }

    // macOS hands over «й» as two characters, and the second has no glyph.
    private static String clean(String text) {
        return Normalizer.normalize(UNPRINTABLE.matcher(text).replaceAll(""), Normalizer.Form.NFC);
    }

    // The rest goes into spans as well: a box paints its own text before its inner boxes, and a reader who copies
    // or searches gets the text in the order of painting.
    private static void keepTogether(Element element) {
        for (var text : element.textNodes()) {
            if (UNBREAKABLE.matcher(text.getWholeText()).find()) split(text);
        }
    }

    private static void split(TextNode text) {
        var whole = text.getWholeText();
        var found = UNBREAKABLE.matcher(whole);
        var end = 0;
        for (; found.find(); end = found.end()) {
            insert(whole.substring(end, found.start()), "", text);
            insert(found.group(), "together", text);
        }
        insert(whole.substring(end), "", text);
        text.remove();
    }

    private static void insert(String piece, String style, TextNode before) {
        if (!piece.isEmpty()) before.before(new Element("span").addClass(style).appendText(piece));
    }
}
