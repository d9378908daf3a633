package school.chancery.organization.web;

import java.util.Optional;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.validation.Errors;
import org.springframework.web.server.ResponseStatusException;
import school.chancery.audit.Acting;
import school.chancery.organization.Outcome;
import school.chancery.organization.Refusal;

/** What the pages of a school's register have in common: who reads, who keeps, and how a refusal reaches its field. */
final class SchoolPages {
    static final String KEEPERS = "hasAnyRole('DIRECTOR', 'DEPUTY', 'COORDINATOR')";
    static final String OFFICE = "hasAnyRole('DISTRICT_HEAD', 'DISTRICT_SPECIALIST')";
    static final String STAFF = "hasAnyRole('DIRECTOR', 'DEPUTY', 'COORDINATOR', 'NETWORK_ADMINISTRATOR',"
            + " 'PLATFORM_ADMINISTRATOR', 'CLASS_TEACHER', 'TEACHER', 'SECRETARY', 'HR', 'SOCIAL_PEDAGOGUE', 'LIBRARIAN',"
            + " 'METHODOLOGIST', 'FORUM_MODERATOR', 'OPERATOR')";
    static final int LAST_PAGE = 100_000;

    private SchoolPages() {}

    /** The school the person acts in. */
    static UUID school() {
        var school = Acting.current().organizationId();
        if (school == null) throw new IllegalStateException("a register is kept by a person of a school");
        return school;
    }

    /** Whether it was done; what was refused stands at its field afterwards, and a page read too long ago is a 409. */
    static boolean isDone(Outcome outcome, Errors faults) {
        if (outcome instanceof Outcome.Stale) throw new ResponseStatusException(HttpStatus.CONFLICT);
        if (outcome instanceof Outcome.Refused refused) refused.reasons().forEach(reason -> reject(reason, faults));
        return outcome instanceof Outcome.Done;
    }

    /** Why it was not done, for an act that has no fields; empty when it was, and 409 when the page was read too long ago. */
    static Optional<String> refusal(Outcome outcome) {
        if (outcome instanceof Outcome.Stale) throw new ResponseStatusException(HttpStatus.CONFLICT);
        return outcome instanceof Outcome.Refused refused
                ? Optional.of(refused.reasons().get(0).code())
                : Optional.empty();
    }

    private static void reject(Refusal reason, Errors faults) {
        if (reason.field().isEmpty()) faults.reject(reason.code());
        else faults.rejectValue(reason.field(), reason.code());
    }

    static ResponseStatusException notHere() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
