package school.chancery.students.domain;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import school.chancery.documents.Documents;
import school.chancery.documents.NewDocument;
import school.chancery.documents.PdfRenderer;
import school.chancery.orders.OrderSummary;
import school.chancery.organization.DocumentLanguage;
import school.chancery.organization.Organizations;
import school.chancery.people.Pupils;
import school.chancery.students.TransferDossierPart;

/** The papers that go with a pupil: made once, of the parts that the modules add, and kept as they were handed out. */
@Service
@Transactional(propagation = Propagation.MANDATORY)
class Dossiers {
    private final ObjectProvider<TransferDossierPart> parts;
    private final Pupils pupils;
    private final Organizations organizations;
    private final TransferWords words;
    private final PdfRenderer renderer;
    private final Documents documents;

    Dossiers(
            ObjectProvider<TransferDossierPart> parts,
            Pupils pupils,
            Organizations organizations,
            TransferWords words,
            PdfRenderer renderer,
            Documents documents) {
        this.parts = parts;
        this.pupils = pupils;
        this.organizations = organizations;
        this.words = words;
        this.renderer = renderer;
        this.documents = documents;
    }

    /** @param owner the school that keeps this copy: each has its own */
    UUID keep(TransferView transfer, UUID owner, OrderSummary order) {
        var pupil = pupils.find(transfer.pupilId()).orElseThrow();
        var model = Map.of(
                "organization", organizations.require(transfer.organizationId()),
                "pupil", pupil,
                "classLabel", words.classLabel(transfer.fromClassId()),
                "order", order,
                "destination", String.valueOf(words.destination(transfer)),
                "leftOn", order.effectiveOn(),
                "parts", parts(transfer, order));
        var bytes = renderer.render(
                "students/print/dossier", words.text("students.dossier.title"), model, DocumentLanguage.RUSSIAN);
        return documents
                .store(new NewDocument(owner, words.text("students.dossier.file"), "application/pdf", bytes, true))
                .id();
    }

    private List<TransferDossierPart.Part> parts(TransferView transfer, OrderSummary order) {
        var all = new ArrayList<TransferDossierPart.Part>();
        parts.stream()
                .sorted(Comparator.comparingInt(TransferDossierPart::order))
                .forEach(
                        part -> part.of(transfer.pupilId(), order.effectiveOn()).ifPresent(all::add));
        return all;
    }
}
