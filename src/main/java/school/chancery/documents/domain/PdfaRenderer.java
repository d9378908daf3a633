package school.chancery.documents.domain;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.outputdevice.helper.ExternalResourceControlPriority;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder.PdfAConformance;
import com.openhtmltopdf.util.XRLog;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;
import school.chancery.documents.PdfRenderer;

/** Thymeleaf to PDF/A-2b; nothing is loaded from outside: no image, style or font but the product's own. */
@Component
class PdfaRenderer implements PdfRenderer {
    private static final byte[] COLOURS =
            ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData();
    private static final String FAMILY = "PT Serif";

    private final byte[] regular = Resources.bytes("fonts/pt-serif/PTSerif-Regular.ttf");
    private final byte[] bold = Resources.bytes("fonts/pt-serif/PTSerif-Bold.ttf");
    private final byte[] italic = Resources.bytes("fonts/pt-serif/PTSerif-Italic.ttf");
    private final byte[] boldItalic = Resources.bytes("fonts/pt-serif/PTSerif-BoldItalic.ttf");

    private final SpringTemplateEngine templates;

    PdfaRenderer(SpringTemplateEngine templates) {
        this.templates = templates;
        XRLog.setLoggingEnabled(false);
    }

    @Override
    public byte[] render(String template, String title, Map<String, Object> model, Locale locale) {
        var page = new PrintedPage(templates.process(template, new Context(locale, model)), title, locale);
        var pdf = new ByteArrayOutputStream();
        try {
            builder().withW3cDocument(page.document(), null).toStream(pdf).run();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return pdf.toByteArray();
    }

    private PdfRendererBuilder builder() {
        var builder = new PdfRendererBuilder()
                .usePdfAConformance(PdfAConformance.PDFA_2_B)
                .useColorProfile(COLOURS)
                .withProducer("Chancery")
                .useUriResolver((base, uri) -> uri.startsWith("data:image/") ? uri : null);
        for (var priority : ExternalResourceControlPriority.values()) {
            builder.useExternalResourceAccessControl((uri, type) -> uri.startsWith("data:image/"), priority);
        }
        font(builder, regular, 400, FontStyle.NORMAL);
        font(builder, bold, 700, FontStyle.NORMAL);
        font(builder, italic, 400, FontStyle.ITALIC);
        font(builder, boldItalic, 700, FontStyle.ITALIC);
        return builder;
    }

    private static void font(PdfRendererBuilder builder, byte[] font, int weight, FontStyle style) {
        builder.useFont(() -> new ByteArrayInputStream(font), FAMILY, weight, style, true);
    }
}
