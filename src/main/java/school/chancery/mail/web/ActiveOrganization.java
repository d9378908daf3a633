package school.chancery.mail.web;

import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;
import school.chancery.audit.Acting;

/** Whose mail the signed-in person reads. */
final class ActiveOrganization {
    private ActiveOrganization() {}

    static UUID id() {
        var organization = Acting.current().organizationId();
        if (organization == null) throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        return organization;
    }
}
