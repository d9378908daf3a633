package school.chancery.people.web;

import java.util.Set;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;
import school.chancery.identity.Role;
import school.chancery.people.BlockedPersons;
import school.chancery.people.PupilCard;
import school.chancery.people.Pupils;

/** Blocked data are kept and shown to nobody but the head, who answers the request (152-ФЗ ст. 21). */
@Component
class Blocking {
    private final BlockedPersons blocked;
    private final Pupils pupils;

    Blocking(BlockedPersons blocked, Pupils pupils) {
        this.blocked = blocked;
        this.pupils = pupils;
    }

    /** Who is shown everybody. */
    static boolean seesAll() {
        return Viewer.isAny(Set.of(Role.DIRECTOR));
    }

    boolean hides(UUID organizationId, UUID personId) {
        return !seesAll() && blocked.isBlocked(organizationId, personId);
    }

    /** The pupil whose data the viewer may work with. */
    PupilCard requirePupil(UUID id) {
        return pupils.find(id)
                .filter(pupil -> !hides(pupil.organizationId(), pupil.personId()))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
