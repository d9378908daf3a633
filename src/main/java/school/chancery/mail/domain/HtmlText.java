package school.chancery.mail.domain;

import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeFilter;

/** The words of an HTML mail, without markup, styles, scripts and hidden parts. */
final class HtmlText {
    private static final Set<String> SILENT =
            Set.of("head", "script", "style", "template", "noscript", "iframe", "object");
    private static final Set<String> LINE = Set.of(
            "p",
            "div",
            "br",
            "tr",
            "li",
            "h1",
            "h2",
            "h3",
            "h4",
            "h5",
            "h6",
            "table",
            "blockquote",
            "pre",
            "ul",
            "ol",
            "hr");

    private HtmlText() {}

    static String of(String html) {
        var text = new StringBuilder();
        Jsoup.parse(html).filter(new NodeFilter() {
            @Override
            public FilterResult head(Node node, int depth) {
                if (node instanceof Element element) return begin(element);
                if (node instanceof TextNode words) text.append(words.text());
                return FilterResult.CONTINUE;
            }

            private FilterResult begin(Element element) {
                if (SILENT.contains(element.normalName()) || element.hasAttr("hidden"))
                    return FilterResult.SKIP_ENTIRELY;
                if (LINE.contains(element.normalName())) text.append('\n');
                if (element.normalName().equals("td")) text.append(' ');
                return FilterResult.CONTINUE;
            }
        });
        return text.toString()
                .replaceAll("[ \\t\\x0B\\xA0]+", " ")
                .replaceAll(" ?\\n ?", "\n")
                .replaceAll("\\n{3,}", "\n\n")
                .strip();
    }
}
