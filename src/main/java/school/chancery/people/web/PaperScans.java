package school.chancery.people.web;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.validation.Errors;
import org.springframework.web.multipart.MultipartFile;
import school.chancery.documents.Upload;
import school.chancery.documents.UploadCheck;
import school.chancery.documents.UploadKind;

/** Scans handed in with personal files and consents; a paper without a scan is a paper too. */
@Component
class PaperScans {
    private static final Set<UploadKind> PAPER = Set.of(UploadKind.PDF, UploadKind.JPEG, UploadKind.PNG);

    private final UploadCheck uploads;

    PaperScans(UploadCheck uploads) {
        this.uploads = uploads;
    }

    Upload.@Nullable Accepted scan(@Nullable MultipartFile file, String field, Errors faults) {
        if (file == null
                || file.isEmpty()
                        && (file.getOriginalFilename() == null
                                || file.getOriginalFilename().isEmpty())) return null;
        var upload = uploads.check(file, PAPER);
        if (upload instanceof Upload.Accepted accepted) return accepted;
        var refused = (Upload.Refused) upload;
        faults.rejectValue(field, refused.messageKey(), refused.arguments().toArray(), refused.messageKey());
        return null;
    }
}
