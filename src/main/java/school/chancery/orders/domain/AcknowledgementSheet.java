package school.chancery.orders.domain;

import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import school.chancery.documents.PdfRenderer;
import school.chancery.orders.domain.Acknowledgements.Acknowledgement;
import school.chancery.organization.DocumentLanguage;

/** The sheet as a PDF of its own, made whenever somebody asks for it: it fills after the order is closed for good. */
@Service
public class AcknowledgementSheet {
    private final Acknowledgements acknowledgements;
    private final PdfRenderer renderer;
    private final DocumentTexts texts;

    AcknowledgementSheet(Acknowledgements acknowledgements, PdfRenderer renderer, DocumentTexts texts) {
        this.acknowledgements = acknowledgements;
        this.renderer = renderer;
        this.texts = texts;
    }

    /** The sheet of a registered order. */
    @Transactional(readOnly = true)
    public byte[] print(UUID orderId, String number, LocalDate registeredOn) {
        var about = texts.text("orders.sheet.about", registeredOn.format(OrderRegistration.DATE), number);
        var rows = acknowledgements.of(orderId).stream().map(this::row).toList();
        return renderer.render(
                "orders/print/acknowledgement-sheet",
                about,
                Map.of("about", about, "rows", rows),
                DocumentLanguage.RUSSIAN);
    }

    private Row row(Acknowledgement line) {
        return new Row(line.name(), line.jobPosition(), date(line.settledOn()), mark(line));
    }

    private String mark(Acknowledgement line) {
        var mark = line.isOpen()
                ? ""
                : texts.text("orders.sheet.mark." + line.state(), witness(line, 1), witness(line, 2));
        var copy = line.copyIssuedOn() == null ? "" : texts.text("orders.sheet.copy", date(line.copyIssuedOn()));
        return (mark + " " + copy).strip();
    }

    private static String witness(Acknowledgement line, int which) {
        var witness = which == 1 ? line.firstWitness() : line.secondWitness();
        return witness == null ? "" : witness;
    }

    private static String date(@Nullable LocalDate date) {
        return date == null ? "" : date.format(OrderRegistration.DATE);
    }

    /** One line as the document fragment reads it. */
    public record Row(String name, String position, String date, String mark) {}
}
