package school.chancery.journal.web;

import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.validation.Errors;
import org.springframework.web.multipart.MultipartFile;
import school.chancery.documents.NewDocument;
import school.chancery.documents.Upload;
import school.chancery.documents.UploadCheck;
import school.chancery.documents.UploadKind;

/** Scans of the papers that stop the clock of a debt; they may be kept without one. */
@Component
class JournalScans {
    private static final Set<UploadKind> PAPER = Set.of(UploadKind.PDF, UploadKind.JPEG, UploadKind.PNG);

    private final UploadCheck uploads;

    JournalScans(UploadCheck uploads) {
        this.uploads = uploads;
    }

    @Nullable
    NewDocument of(@Nullable MultipartFile file, String field, UUID organizationId, Errors faults) {
        if (file == null || file.isEmpty()) return null;
        var answer = uploads.check(file, PAPER);
        if (answer instanceof Upload.Refused refused) {
            faults.rejectValue(field, refused.messageKey(), refused.arguments().toArray(), refused.messageKey());
            return null;
        }
        return ((Upload.Accepted) answer).toDocument(organizationId, true);
    }
}
