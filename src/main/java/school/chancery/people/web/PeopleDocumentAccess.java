package school.chancery.people.web;

import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import school.chancery.documents.DocumentAccess;
import school.chancery.documents.StoredDocument;
import school.chancery.identity.Role;
import school.chancery.people.domain.PersonalFiles;

/** Scans of personal files and consents are read by whoever keeps such files, and by nobody else. */
@Component
class PeopleDocumentAccess implements DocumentAccess {
    private static final Set<Role> KEEPERS = Set.of(Role.DIRECTOR, Role.DEPUTY, Role.SECRETARY);

    private final PersonalFiles files;
    private final Blocking blocking;

    PeopleDocumentAccess(PersonalFiles files, Blocking blocking) {
        this.files = files;
        this.blocking = blocking;
    }

    @Override
    @Transactional(readOnly = true)
    public Answer mayRead(StoredDocument document) {
        var owner = files.ownerOf(document.id());
        if (owner.isEmpty()) return Answer.NOT_MINE;
        if (blocking.hides(owner.get().organizationId(), owner.get().personId())) return Answer.FORBIDDEN;
        var keeps = Viewer.isAny(KEEPERS);
        var personnel = Viewer.isAny(Set.of(Role.HR)) && owner.get().kind() == PersonalFiles.OwnerKind.EMPLOYEE;
        return keeps || personnel ? Answer.ALLOWED : Answer.FORBIDDEN;
    }
}
