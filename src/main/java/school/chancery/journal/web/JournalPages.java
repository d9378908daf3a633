package school.chancery.journal.web;

import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;
import school.chancery.identity.SignedIn;
import school.chancery.organization.ClassKind;
import school.chancery.organization.Organizations;
import school.chancery.organization.SchoolClass;
import school.chancery.organization.SchoolClasses;
import school.chancery.organization.SchoolYear;
import school.chancery.organization.SchoolYears;

/** What the journal's pages ask of the organization; of another one there is nothing. */
@Component
class JournalPages {
    static final String ENTERERS = "hasAnyRole('DIRECTOR', 'DEPUTY', 'CLASS_TEACHER', 'TEACHER')";
    static final String KEEPERS = "hasAnyRole('DIRECTOR', 'DEPUTY')";

    private final SchoolClasses classes;
    private final SchoolYears years;
    private final Organizations organizations;

    JournalPages(SchoolClasses classes, SchoolYears years, Organizations organizations) {
        this.classes = classes;
        this.years = years;
        this.organizations = organizations;
    }

    SchoolClass schoolClass(SignedIn me, UUID id) {
        return classes.find(id)
                .filter(found -> found.organizationId().equals(me.organizationId()) && found.kind() == ClassKind.CLASS)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    SchoolYear year(UUID id) {
        return years.find(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    /** The one asked for, or the running one; empty when the school has none. */
    Optional<SchoolYear> year(SignedIn me, @Nullable UUID asked) {
        return Optional.ofNullable(asked)
                .flatMap(years::find)
                .filter(found -> found.organizationId().equals(me.organizationId()))
                .or(() -> years.on(me.organizationId(), organizations.today(me.organizationId())));
    }

    SchoolYear requireYear(SignedIn me, @Nullable UUID asked) {
        return year(me, asked).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
