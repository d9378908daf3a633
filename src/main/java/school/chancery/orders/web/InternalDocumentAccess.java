package school.chancery.orders.web;

import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import school.chancery.documents.DocumentAccess;
import school.chancery.documents.StoredDocument;
import school.chancery.identity.SignedIn;
import school.chancery.orders.domain.DocumentBase;

/** Files of the base of documents are read by those the document is for. */
@Component
class InternalDocumentAccess implements DocumentAccess {
    private final DocumentBase base;
    private final DocumentReaders readers;

    InternalDocumentAccess(DocumentBase base, DocumentReaders readers) {
        this.base = base;
        this.readers = readers;
    }

    @Override
    public Answer mayRead(StoredDocument document) {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        if (authentication == null || !(authentication.getPrincipal() instanceof SignedIn me)) return Answer.FORBIDDEN;
        return base.mayRead(document.id(), readers.reader(me))
                .map(allowed -> allowed ? Answer.ALLOWED : Answer.FORBIDDEN)
                .orElse(Answer.NOT_MINE);
    }
}
