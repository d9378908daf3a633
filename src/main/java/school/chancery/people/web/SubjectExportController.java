package school.chancery.people.web;

import java.util.UUID;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;
import school.chancery.identity.SignedIn;
import school.chancery.people.domain.SubjectData;
import school.chancery.people.domain.SubjectExport;

/** What is kept about a person, as a paper and as a file for machines. */
@Controller
@PreAuthorize("hasAnyRole('DIRECTOR', 'SECRETARY', 'HR')")
class SubjectExportController {
    private final SubjectExport export;
    private final PeopleChoices choices;

    SubjectExportController(SubjectExport export, PeopleChoices choices) {
        this.export = export;
        this.choices = choices;
    }

    @GetMapping(value = "/people/persons/{id}/export.json", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<SubjectData> json(@AuthenticationPrincipal SignedIn me, @PathVariable UUID id) {
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_DISPOSITION, attachment("personal-data.json"))
                .contentType(MediaType.APPLICATION_JSON)
                .body(data(me, id));
    }

    @GetMapping(value = "/people/persons/{id}/export.pdf", produces = MediaType.APPLICATION_PDF_VALUE)
    ResponseEntity<byte[]> pdf(@AuthenticationPrincipal SignedIn me, @PathVariable UUID id) {
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_DISPOSITION, attachment("personal-data.pdf"))
                .contentType(MediaType.APPLICATION_PDF)
                .body(export.pdf(data(me, id), choices.text("people.subject.title")));
    }

    private SubjectData data(SignedIn me, UUID id) {
        return export.of(me.organizationId(), id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private static String attachment(String name) {
        return ContentDisposition.attachment().filename(name).build().toString();
    }
}
