package school.chancery.journal.web;

import java.util.stream.Stream;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import school.chancery.documents.DocumentAccess;
import school.chancery.documents.StoredDocument;
import school.chancery.identity.Role;
import school.chancery.identity.SignedIn;
import school.chancery.journal.domain.Papers;

/** Papers of illness and leave, and what parents chose: read by those who answer for the school's curriculum. */
@Component
class JournalDocumentAccess implements DocumentAccess {
    private final Papers papers;

    JournalDocumentAccess(Papers papers) {
        this.papers = papers;
    }

    @Override
    public Answer mayRead(StoredDocument document) {
        if (!papers.has(document.id())) return Answer.NOT_MINE;
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        if (authentication == null || !(authentication.getPrincipal() instanceof SignedIn me)) return Answer.FORBIDDEN;
        var keeps = Stream.of(Role.DIRECTOR, Role.DEPUTY).anyMatch(me::has)
                && document.organizationId().equals(me.organizationId());
        return keeps ? Answer.ALLOWED : Answer.FORBIDDEN;
    }
}
