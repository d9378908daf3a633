package school.chancery.documents.domain;

import java.nio.charset.StandardCharsets;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;
import school.chancery.documents.PdfRenderer;

/** The renderer without the rest of the product. */
final class TestRenderer {
    private TestRenderer() {}

    static PdfRenderer create() {
        var resolver = new ClassLoaderTemplateResolver();
        resolver.setPrefix("forms/");
        resolver.setSuffix(".html");
        resolver.setCharacterEncoding("UTF-8");
        var messages = new ResourceBundleMessageSource();
        messages.setBasename("messages.documents");
        messages.setDefaultEncoding(StandardCharsets.UTF_8.name());
        var engine = new SpringTemplateEngine();
        engine.setTemplateResolver(resolver);
        engine.setMessageSource(messages);
        return new PdfaRenderer(engine);
    }
}
