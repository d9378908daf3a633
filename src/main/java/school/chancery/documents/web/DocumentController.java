package school.chancery.documents.web;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import school.chancery.audit.Audit;
import school.chancery.audit.AuditEntry;
import school.chancery.documents.DocumentAccess;
import school.chancery.documents.DocumentAccess.Answer;
import school.chancery.documents.Documents;
import school.chancery.documents.StoredDocument;

/** Hands out kept files. Each reading stands in the audit (152-ФЗ ст. 19); what one may not see is not there. */
@Controller
class DocumentController {
    private final Documents documents;
    private final Audit audit;
    private final List<DocumentAccess> access;

    DocumentController(Documents documents, Audit audit, ObjectProvider<DocumentAccess> access) {
        this.documents = documents;
        this.audit = audit;
        this.access = access.orderedStream().toList();
    }

    /** With {@code ?inline} a PDF opens in the browser instead of being saved. */
    @GetMapping("/documents/{id}")
    @Transactional
    public ResponseEntity<byte[]> read(@PathVariable UUID id, @RequestParam Map<String, String> parameters) {
        var document = documents
                .find(id)
                .filter(this::mayRead)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        var bytes = documents.bytes(id);
        audit.record(AuditEntry.of("documents.file-read", document.organizationId(), "file", id));
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(document.mediaType()))
                .header(HttpHeaders.CONTENT_DISPOSITION, disposition(document, parameters.containsKey("inline")))
                .header("X-Content-Type-Options", "nosniff")
                .cacheControl(CacheControl.noStore())
                .body(bytes);
    }

    private boolean mayRead(StoredDocument document) {
        var answers = access.stream().map(each -> each.mayRead(document)).toList();
        return answers.contains(Answer.ALLOWED) && !answers.contains(Answer.FORBIDDEN);
    }

    // Anything but a PDF could be a page of our own origin.
    private static String disposition(StoredDocument document, boolean inline) {
        var shown = inline && MediaType.APPLICATION_PDF_VALUE.equals(document.mediaType());
        return (shown ? ContentDisposition.inline() : ContentDisposition.attachment())
                .filename(document.name(), StandardCharsets.UTF_8)
                .build()
                .toString();
    }
}
