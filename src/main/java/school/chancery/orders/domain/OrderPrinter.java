package school.chancery.orders.domain;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import school.chancery.documents.Documents;
import school.chancery.documents.NewDocument;
import school.chancery.documents.PdfRenderer;
import school.chancery.documents.StoredDocument;
import school.chancery.orders.domain.PrintedOrder.Letterhead;
import school.chancery.orders.domain.PrintedOrder.PrintedRegistration;
import school.chancery.organization.DocumentLanguage;
import school.chancery.organization.Organization;
import school.chancery.organization.Organizations;

/** Sets an order on paper: the original that is signed, the registered copy, a preview on the way. */
@Component
class OrderPrinter {
    private static final String TEMPLATE = "orders/print/order";
    private static final String PDF = "application/pdf";

    private final PdfRenderer renderer;
    private final Documents documents;
    private final Organizations organizations;
    private final Signers signers;

    OrderPrinter(PdfRenderer renderer, Documents documents, Organizations organizations, Signers signers) {
        this.renderer = renderer;
        this.documents = documents;
        this.organizations = organizations;
        this.signers = signers;
    }

    byte[] print(UUID organizationId, Content content, @Nullable PrintedRegistration registration) {
        var head = signers.head(organizationId, organizations.today(organizationId));
        var printed = PrintedOrder.of(content, letterhead(organizationId), head, registration);
        return renderer.render(TEMPLATE, content.title(), Map.of("order", printed), DocumentLanguage.RUSSIAN);
    }

    private Letterhead letterhead(UUID organizationId) {
        var organization = organizations.require(organizationId);
        var superior = Optional.ofNullable(organization.districtOfficeId())
                .map(organizations::require)
                .map(Organization::fullName);
        return new Letterhead(superior.stream().toList(), organization);
    }

    /** Prints and keeps for good. */
    StoredDocument keep(UUID organizationId, Content content, @Nullable PrintedRegistration registration, String name) {
        return documents.store(
                new NewDocument(organizationId, name, PDF, print(organizationId, content, registration), true));
    }
}
