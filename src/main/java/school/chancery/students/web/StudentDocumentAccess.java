package school.chancery.students.web;

import java.util.stream.Stream;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import school.chancery.documents.DocumentAccess;
import school.chancery.documents.StoredDocument;
import school.chancery.identity.Role;
import school.chancery.identity.SignedIn;
import school.chancery.students.domain.TransferDocuments;

/** Applications and papers of transfers: read by those who keep the pupils' files. */
@Component
class StudentDocumentAccess implements DocumentAccess {
    private final TransferDocuments documents;

    StudentDocumentAccess(TransferDocuments documents) {
        this.documents = documents;
    }

    @Override
    public Answer mayRead(StoredDocument document) {
        if (!documents.has(document.id())) return Answer.NOT_MINE;
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        if (authentication == null || !(authentication.getPrincipal() instanceof SignedIn me)) return Answer.FORBIDDEN;
        var keeps = Stream.of(Role.DIRECTOR, Role.DEPUTY, Role.SECRETARY).anyMatch(me::has)
                && document.organizationId().equals(me.organizationId());
        return keeps ? Answer.ALLOWED : Answer.FORBIDDEN;
    }
}
